using Anef.Applications.Domain;
using Anef.Applications.ReadSpace;

namespace Anef.Applications.FollowApplication;

/// <summary>One step of a request as the person sees it.</summary>
/// <param name="Name">Key of its words.</param>
/// <param name="State"><c>done</c>, <c>now</c> or <c>next</c>.</param>
/// <param name="Actor">Who acts, for the step under way.</param>
internal sealed record Step(string Name, string State, DateOnly? On, string Actor)
{
    public const string Done = "done";
    public const string Now = "now";
    public const string Next = "next";
}

/// <summary>From filing to hand-over: what happened, what is under way and who acts, what comes next.</summary>
internal static class Steps
{
    public static IReadOnlyList<Step> Of(PermitApplication file)
    {
        if (file.IsDraft && file.Ending is null) return [new("draft", Step.Now, file.OpensOn, Actors.Person), Coming("filed"), Coming("check"), Coming("examination"), Coming("decision")];
        var passed = Passed(file).ToList();
        if (file.Ending is { } ending) return [.. passed.Where(s => s.State == Step.Done), new(ending.Reason == "withdrawn" ? "withdrawn" : "closed", Step.Done, ending.On, Actors.Nobody)];
        return passed;
    }

    private static IEnumerable<Step> Passed(PermitApplication file)
    {
        var status = file.Status;
        if (file.FiledOn is { } filed) yield return new("filed", Step.Done, filed, Actors.Nobody);
        var decided = file.Decision?.NotifiedOn;
        yield return status switch
        {
            "waitingForDocuments" => new("documents", Step.Now, file.Requests.Where(r => r.MetOn is null).Min(r => r.Due), Actors.Person),
            "waitingForCivilStatus" => new("civilStatus", Step.Now, null, Actors.CivilStatus),
            _ => new("documents", Step.Done, file.CompleteSince, Actors.Nobody),
        };
        yield return new("check", decided is not null || file.ConfirmedOn is not null || status == "signed" ? Step.Done : status == "toBeChecked" ? Step.Now : Step.Next, file.ConfirmedOn, Actors.Prefecture);
        yield return new("examination", decided is not null || status == "signed" ? Step.Done : status == "complete" ? Step.Now : Step.Next, null, Actors.Prefecture);
        foreach (var step in Decided(file, status, decided)) yield return step;
    }

    private static IEnumerable<Step> Decided(PermitApplication file, string status, DateOnly? decided)
    {
        if (decided is null)
        {
            yield return new("decision", status == "signed" ? Step.Now : Step.Next, null, Actors.Prefecture);
            if (file.Title != "none") yield return Coming("card");
            yield break;
        }
        if (file.Decision!.Outcome == Contracts.DecisionOutcome.Refuse)
        {
            yield return new("refused", Step.Now, decided, Actors.Person);
            yield break;
        }
        yield return new("granted", Step.Done, decided, Actors.Nobody);
        if (file.Title == "none") yield break;
        yield return new("card", file.CardReadyOn is null && file.HandedOverOn is null ? Step.Now : Step.Done, file.CardReadyOn, Actors.Maker);
        yield return new("handOver", file.HandedOverOn is not null ? Step.Done : file.CardReadyOn is not null ? Step.Now : Step.Next, file.HandedOverOn, Actors.Person);
    }

    private static Step Coming(string name) => new(name, Step.Next, null, Actors.Prefecture);
}
