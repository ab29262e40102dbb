using Anef.Applications.ConfirmComplete;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.FileApplication;
using Anef.Applications.RegisterPerson;
using Anef.Applications.SeizeCommission;
using Anef.Applications.SupplyDocuments;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Coverage;

/// <summary>What happens to one person: drawn by lot from a seed, so that the same life can be lived in two houses.</summary>
internal sealed class Life(int number, Random lot, DateOnly start)
{
    private static readonly string[] Prefectures = ["93", "38", "972", "974", "92"];
    private static readonly (string Procedure, string Ground)[] Permits = [("CJF", "L423-1"), ("SAL", "L421-1"), ("ETU-R", "L422-1"), ("PEF", "L423-7")];

    private readonly (string Procedure, string Ground) _permit = Permits[lot.Next(Permits.Length)];
    private readonly string _prefecture = Prefectures[lot.Next(Prefectures.Length)];
    private readonly bool _protected = lot.Next(5) == 0;
    private readonly bool _incomplete = lot.Next(4) == 0;
    private readonly DateOnly _heldUntil = start.AddDays(lot.Next(45, 121));
    private readonly DateOnly _suppliesOn = start.AddDays(lot.Next(1, 150));
    private readonly DateOnly? _confirmedOn = lot.Next(2) == 0 ? start.AddDays(lot.Next(1, 200)) : null;
    private readonly DateOnly? _commissionOn = lot.Next(6) == 0 ? start.AddDays(lot.Next(1, 200)) : null;
    private readonly DateOnly? _decidedOn = lot.Next(3) == 0 ? start.AddDays(lot.Next(10, 300)) : null;
    private readonly DateOnly? _withdrawsOn = lot.Next(10) == 0 ? start.AddDays(lot.Next(10, 300)) : null;
    private readonly bool _granted = lot.Next(2) == 0;
    private Guid _application;

    /// <summary>In the house in which it was begun last.</summary>
    public Guid Person { get; private set; }

    public async Task Begin(AnefHouse house)
    {
        Person = await house.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = $"NOM{number}", FirstNames = "Camille", Born = new DateOnly(1990, 1, 1), Nationality = "AF", Prefecture = _prefecture,
            Protection = _protected ? "refugee" : null, RecognisedOn = _protected ? start.AddDays(-10) : null, ProvisionalCivilStatus = _protected,
            Held = _protected ? null : new(_permit.Procedure, _permit.Ground, _heldUntil.AddYears(-1).AddDays(1), _heldUntil, Work: true),
        });
        _application = (await house.Ask<FileApplication.Request, FileApplication.Filed>(new(Person, _protected ? "REF" : _permit.Procedure)
        {
            Missing = _incomplete ? ["PHOTO"] : [],
        })).ApplicationId;
    }

    /// <summary>Does what this life holds for a day.</summary>
    public async Task Live(AnefHouse house, DateOnly day)
    {
        if (_incomplete && day == _suppliesOn) await Try(house, new SupplyDocuments.Request(_application, ["PHOTO"]));
        if (day == _confirmedOn) await Try(house, new ConfirmComplete.Request(_application));
        if (day == _commissionOn) await Try(house, new SeizeCommission.Request(_application));
        if (day == _withdrawsOn) await Try(house, new WithdrawApplication.Request(_application));
        if (day != _decidedOn) return;
        await Try(house, new SignDecision.Request(_application, _granted ? DecisionOutcome.Grant : DecisionOutcome.Refuse, ["motif"]));
        await Try(house, new NotifyDecision.Request(_application));
    }

    /// <summary>What is refused is refused in both houses.</summary>
    private static async Task Try<TRequest>(AnefHouse house, TRequest request)
    {
        try { await house.Ask<TRequest, Done>(request); }
        catch (SharedKernel.Rules.RuleBroken) { /* such a life */ }
    }
}
