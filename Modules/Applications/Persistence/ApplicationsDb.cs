using Anef.Applications.Domain;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Persistence;

/// <summary>People and their requests. What an aggregate tells goes into the save of its change.</summary>
internal sealed class ApplicationsDb(DbContextOptions<ApplicationsDb> options, ModuleDbServices services) : ModuleDb(options, "Applications", services)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<PermitApplication> Applications => Set<PermitApplication>();

    public DbSet<FailedAttempt> FailedAttempts => Set<FailedAttempt>();

    public DbSet<PersonWord> Words => Set<PersonWord>();

    /// <summary>A number that nobody has: among some hundred thousand of a department and year, two lots can be the same.</summary>
    public async Task<string> FreeNumber(Func<string> draw, CancellationToken ct)
    {
        while (true)
        {
            var number = draw();
            if (!await Applications.AnyAsync(a => a.Number == number, ct)) return number;
        }
    }

    public async Task<Person> Person(Guid id, CancellationToken ct) =>
        await People.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFound("cette personne");

    public async Task<(PermitApplication Application, Person Person)> Application(Guid id, CancellationToken ct)
    {
        var application = await Applications.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFound("cette demande");
        return (application, await Person(application.PersonId, ct));
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Requests before people: a person's change is often the consequence of a request's.
        var aggregates = ChangeTracker.Entries<Aggregate>().Select(e => e.Entity).OrderBy(a => a is Person).ToList();
        foreach (var aggregate in aggregates)
        {
            aggregate.Settle();
            foreach (var fact in aggregate.TakeFacts()) Publish(fact);
        }
        foreach (var person in ChangeTracker.Entries<Person>().ToList()) await NameIndex.Follow(this, person, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
