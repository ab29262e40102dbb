using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.ReadAccount;

/// <summary>One's own account: how one signs in, and what happened to it.</summary>
internal sealed class ReadAccount(AccountsDb db, Visitor visitor, TimeProvider clock) : IUseCase<ReadAccount.Request, ReadAccount.Response>
{
    private const int Shown = 20;
    private static readonly JournalKind[] OfOthers = [JournalKind.AddressReplaced, JournalKind.SheetPrinted, JournalKind.LockedOut];
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(30);

    public sealed record Request;

    public sealed record Response
    {
        public required string Name { get; init; }

        public required string? Email { get; init; }

        public required string Language { get; init; }

        public required bool HasPerson { get; init; }

        public required IReadOnlyList<RoleGrant> Grants { get; init; }

        /// <summary>What somebody else did to the account lately: the person must not have to look for it.</summary>
        public required IReadOnlyList<JournalLine> News { get; init; }

        public required IReadOnlyList<JournalLine> Journal { get; init; }
    }

    public async Task<Response> Handle(Request request, CancellationToken ct)
    {
        var account = await db.Account(visitor.AccountId ?? throw new NotFound("ce compte"), ct);
        var since = clock.GetUtcNow() - StillNews;
        var lines = db.Journal.AsNoTracking().Where(l => l.AccountId == account.Id).OrderByDescending(l => l.At);
        return new()
        {
            Name = account.Name, Email = account.Email, Language = account.Language, HasPerson = account.PersonId is not null, Grants = account.Grants,
            News = await lines.Where(l => l.At > since && OfOthers.Contains(l.What)).Take(Shown).ToListAsync(ct),
            Journal = await lines.Take(Shown).ToListAsync(ct),
        };
    }
}
