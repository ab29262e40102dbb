using Anef.Accounts.Domain;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.Persistence;

internal sealed class AccountsDb(DbContextOptions<AccountsDb> options, ModuleDbServices services) : ModuleDb(options, "Accounts", services)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ExternalSignIn> Externals => Set<ExternalSignIn>();

    public DbSet<SignInCode> Codes => Set<SignInCode>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<JournalLine> Journal => Set<JournalLine>();

    public DbSet<StoredKey> Keys => Set<StoredKey>();

    public async Task<Account> Account(Guid id, CancellationToken ct) =>
        await Accounts.SingleOrDefaultAsync(a => a.Id == id && !a.Closed, ct) ?? throw new NotFound("ce compte");

    public Task<Account?> ByEmail(string email, CancellationToken ct)
    {
        var key = Domain.Account.KeyOf(email);
        return Accounts.SingleOrDefaultAsync(a => a.EmailKey == key && !a.Closed, ct);
    }

    public Task<Account?> OfPerson(Guid personId, CancellationToken ct) => Accounts.SingleOrDefaultAsync(a => a.PersonKey == personId && !a.Closed, ct);

    /// <summary>Adds a line to an account's journal, in the save of the change that it tells of.</summary>
    public void Note(Guid account, JournalKind what, DateTimeOffset at, string? detail = null, (Guid Id, string Name)? by = null) =>
        Add(new JournalLine { AccountId = account, What = what, At = at, Detail = detail, By = by?.Id, ByName = by?.Name });
}
