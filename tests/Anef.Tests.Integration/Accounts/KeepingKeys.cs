using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Accounts;

/// <summary>What all hosts of one database must share.</summary>
public sealed class KeepingKeys(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task What_one_host_sealed_another_opens()
    {
        await using var house = await Build();
        await using var twin = house.Twin();
        var written = house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("words");
        Assert.That(twin.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(written), Is.EqualTo("words"));
    }

    [Test]
    public async Task A_code_sent_in_five_times_at_once_opens_once()
    {
        await using var house = await Build();
        Guid id;
        await using (var scope = house.Scope())
        {
            var kept = scope.ServiceProvider.GetRequiredService<CodeDesk>().Keep(CodePurpose.SignIn, "12345678", SignInCode.LifeByMail);
            await scope.ServiceProvider.GetRequiredService<AccountsDb>().SaveChangesAsync();
            id = kept.Id;
        }
        var taken = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Take(house, id))));
        Assert.That(taken.Count(t => t), Is.EqualTo(1));
    }

    [Test]
    public async Task Attempts_at_once_are_counted_like_attempts_in_turn()
    {
        await using var house = await Build();
        var allowed = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            await using var scope = house.Scope();
            return await scope.ServiceProvider.GetRequiredService<Throttle>().Allows("test", "somebody", 5, TimeSpan.FromHours(1), default);
        })));
        Assert.That(allowed.Count(a => a), Is.LessThanOrEqualTo(5));
    }

    private static async Task<bool> Take(AnefHouse house, Guid id)
    {
        await using var scope = house.Scope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<CodeDesk>().Take(id, "1234 5678", default);
            return true;
        }
        catch (SharedKernel.Rules.RuleBroken)
        {
            return false;
        }
    }
}
