using Anef.Applications.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

internal sealed partial class PermitApplication
{
    /// <summary>A request that is begun; its number stays whatever is asked in the end.</summary>
    public static PermitApplication Draft(Person person, string number, Guid? id = null) => new() { Id = id ?? Guid.CreateVersion7(), PersonId = person.Id, Number = number };

    /// <summary>What is asked, how and where the person lives: until it is filed the last word counts.</summary>
    public void Ask(Person person, Procedure procedure, string kind, string ground, string channel, Moment now)
    {
        (Procedure, ProcedureName, Title, Kind, Ground) = (procedure.Code, procedure.Name, procedure.Title, kind, ground);
        (Channel, Prefecture, Zone, KeyedAt) = (channel, person.Prefecture, person.Zone, now.At);
    }

    /// <summary>Too early: kept until the window opens; nothing is lost.</summary>
    public void Keep(FilingJudgement judgement, Moment now)
    {
        OpensOn = judgement.TooEarlyUntil;
        (WindowOpens, WindowCloses) = (judgement.Window.Opens, judgement.Window.Closes);
        Cite("window", judgement.Window.Rule);
        Note(now.At, "draftKept", $"{OpensOn:yyyy-MM-dd}");
        Tell(new DraftKept(PersonId, Id, OpensOn!.Value, Procedure));
    }

    /// <summary>Files the draft. From here on the filing date never changes.</summary>
    public void File(Person person, FilingFacts facts, FilingJudgement judgement, IReadOnlyList<FileDocument> documents, LocalTerms local, IProcedures law, Moment now)
    {
        (FiledAt, FiledOn, OpensOn, Site, Kind) = (now.At, facts.On, null, local.Site, judgement.Kind);
        (Timeliness, WindowOpens, WindowCloses, LateFee) = (judgement.Timeliness, judgement.Window.Opens, judgement.Window.Closes, judgement.LateFee?.Amount);
        Cite("window", judgement.Window.Rule);
        if (judgement.LateFee is { } fee) Cite("lateFee", fee.Rule);
        Documents = documents;
        Answers = [new(1, now.At, person.Contact.AsAnswers())];
        AwaitsCivilStatus = facts is { Protection: not null, FamilyOfProtected: false } && documents.Any(d => d is { MayFollow: true, ReceivedOn: null });
        Entitle(person, facts with { Kind = Kind }, local.LegalCoverageListed, law);
        if (law.CardDueOn(facts) is { } due)
        {
            CardDueOn = due.On;
            Cite("cardDueOn", due.Rule);
        }
        Note(now.At, "filed", Channel);
        Tell(new ApplicationFiled(PersonId, Id, Number, Procedure, Kind, Channel, FiledOn.Value, Timeliness.Camel(), WindowOpens, WindowCloses, LateFee));
        RaiseTasks(person);
        CompleteWhenNothingIsMissing(facts.On, person, law, now.At);
    }

    /// <summary>Our own failure spoilt an attempt to file in time, and is the proof of it: art. R.431-2 al. 3.</summary>
    public void Excuse(DateTimeOffset attempt, Moment now) => Note(now.At, "impossibilityRecorded", $"{attempt:yyyy-MM-dd HH:mm} UTC");

    /// <summary>The documents and rights that the law attaches to this request, frozen as of now.</summary>
    private void Entitle(Person person, FilingFacts facts, bool legalCoverageListed, IProcedures law)
    {
        var work = law.WorkOf(facts);
        (Work, WorkCondition) = (work.Work, work.Condition);
        Cite("work", work.Rule);
        Provisional = law.ProvisionalOf(facts) is { } provisional ? Frozen(provisional) : null;
        LegalCoverage = Provisional is not null && person.Held is { } held && law.LegalCoverageOf(held.ForRules(), facts.On, legalCoverageListed) is { } covered
            ? new(covered.From, covered.Until, covered.Rule.Article) : null;
        var victim = Victims.Protects(facts.Procedure, facts.Ground);
        Restricted |= victim;
        Priority = victim ? Priority.P0 : facts.Protection is not null ? Priority.P1 : Priority.P2;
    }

    private ProvisionalFacts Frozen(ProvisionalRule rule)
    {
        Cite("provisional", rule.Rule);
        return new([.. rule.Terms.Select(t => new TermFacts(t.Kind.Camel(), t.Months, t.Days))], rule.OnFiling, rule.Mention, rule.Rule.Article);
    }

    private void RaiseTasks(Person person)
    {
        if (person.Held is { HandedOver: false })
            Raise("handOverReconciliation", person.Held.Declared ? "La personne déclare n'avoir jamais reçu son titre : à rapprocher du registre. La demande est déposée."
                : "Le registre dit le titre précédent « produit, non remis » alors que la personne le détient : à rapprocher. La demande est déposée.");
        if (person.Held is { Declared: true, HandedOver: true })
            Raise("heldPermitDeclared", "Le titre détenu est celui que la personne déclare : à rapprocher du registre. La demande est déposée.");
        if (Timeliness == Timeliness.Late) RaiseLateTasks();
        if (Kind == Kinds.Renewal && person.ConsecutiveRenewals >= 3 && person.SameMention(Procedure, Ground))
            Raise("consecutiveRenewals", "Quatrième renouvellement consécutif de la même mention (art. L.433-1-1) : à apprécier. L'attestation est délivrée normalement.");
    }

    private void RaiseLateTasks()
    {
        if (Provisional is null) return;
        Raise("discretionaryDocument", "Dépôt hors délai : aucun document n'est dû de plein droit. Délivrez un document ou motivez le refus d'en délivrer.");
        Raise("coverageRisk", "Dépôt hors délai : la personne ne sera plus couverte à la fin de son document.");
    }

    private void Raise(string task, string why) => Tell(new TaskRaised(PersonId, Id, task, Prefecture, why));
}

/// <summary>What the prefecture adds to the law: the site that receives, and whether the department is on the list of L.433-3 al. 2.</summary>
internal sealed record LocalTerms(string? Site, bool LegalCoverageListed);
