using Anef.Applications.Domain;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.FollowApplication;

/// <summary>A day that counts in law, what it is, and the rule behind it.</summary>
/// <param name="Name">Key of its words and of its meaning.</param>
/// <param name="Rule">Null for a day that is a fact and not a computation.</param>
internal sealed record LegalDay(string Name, DateOnly On, RuleReference? Rule);

/// <summary>Every such day of a request, in order.</summary>
internal static class LegalDays
{
    public static IReadOnlyList<LegalDay> Of(PermitApplication file)
    {
        var pending = file.Undecided;
        (string Name, DateOnly? On, string? Rule)[] days =
        [
            ("windowOpens", file.WindowOpens, "window"), ("windowCloses", file.WindowCloses, "window"), ("opensOn", file.OpensOn, "window"), ("filedOn", file.FiledOn, null),
            ("completeSince", file.CompleteSince, null),
            ("documentsDue", pending ? file.Requests.Where(r => r.MetOn is null).Min(r => r.Due) : null, null),
            ("implicitRefusalOn", pending && file.ImplicitRefusalBornOn is null ? file.ImplicitRefusalOn : null, "silence"),
            ("implicitRefusalBornOn", file.ImplicitRefusalBornOn, "silence"),
            ("notifiedOn", file.Decision?.NotifiedOn, null),
            ("appealUntil", file.Decision is { NotifiedOn: not null } decision ? decision.AppealUntil : file.AppealUntil, "appeal"),
            ("cardDueOn", file.HandedOverOn is null ? file.CardDueOn : null, "cardDueOn"), ("cardReadyOn", file.CardReadyOn, null), ("handedOverOn", file.HandedOverOn, null),
            ("transferAccepted", pending ? file.Offer?.AcceptedAtLatestOn : null, null), ("withdrawalEffectiveOn", pending ? file.WithdrawalEffectiveOn : null, null),
        ];
        return [.. days.Where(d => d.On is not null).Select(d => new LegalDay(d.Name, d.On!.Value, d.Rule is null ? null : file.Rules.GetValueOrDefault(d.Rule))).OrderBy(d => d.On)];
    }
}
