using Anef.Specimens.Elsewhere;
using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Anef.Specimens.Elsewhere
{
    internal sealed class Neighbour;
}

// What a domain may not do, each in a class of its own, so that every ban is seen to bite.
namespace Anef.Specimens.Domain
{
    internal sealed class LeansOnTheDatabase
    {
        public static void Save(DbContext db) => db.Add(new object());
    }

    internal sealed class LeansOnTheWeb
    {
        public static string Ask(HttpContext context) => context.TraceIdentifier;
    }

    internal sealed class LeansOnTheContainer
    {
        public static object Find(IComponentContext context) => context.Resolve<object>();
    }

    internal sealed class LeansOnTheOutbox
    {
        public static string Read(Anef.SharedKernel.Outbox.OutboxMessage message) => message.Body;
    }

    internal sealed class LeansOnTheRestOfItsModule
    {
        public static object Call() => new Neighbour();
    }

    internal sealed class Innocent
    {
        public static DateOnly Day(DateTimeOffset now) => Anef.SharedKernel.Calendar.CivilTime.DayIn(now, Anef.SharedKernel.Calendar.CivilTime.Paris);

        public static IEnumerable<int> Count(IReadOnlyList<string> words) => words.Where(w => w.Length > 2).Select(w => w.Length);

        public static async Task<string> Wait(CancellationToken ct)
        {
            await Task.Yield();
            ct.ThrowIfCancellationRequested();
            throw new Anef.SharedKernel.Rules.RuleBroken("specimens.no", "non");
        }
    }
}
