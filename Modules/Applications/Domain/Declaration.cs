using Anef.Applications.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.Domain;

/// <summary>What a person says of the document that they hold, until an officer has compared it with the register.</summary>
/// <remarks>Rights come of the held document: a declaration gives none, and holds nothing up either.</remarks>
internal sealed class Declaration : Aggregate
{
    public const string Held = "heldDocument";
    public const string NeverReceived = "neverReceived";

    private Declaration() { }

    public Guid PersonId { get; private init; }

    public string Kind { get; private init; } = "";

    /// <summary>The document, for <see cref="Held"/>.</summary>
    public HeldDocument? Permit { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool? Confirmed { get; private set; }

    public static Declaration Make(Person person, string kind, HeldDocument? permit, Moment now)
    {
        var declaration = new Declaration { PersonId = person.Id, Kind = kind, Permit = permit, At = now.At };
        declaration.Tell(new DeclarationMade(person.Id, declaration.Id, kind, person.Prefecture));
        declaration.Tell(new TaskRaised(person.Id, null, "declaredDocument", person.Prefecture, kind == NeverReceived
            ? "La personne déclare n'avoir jamais reçu le titre que le registre dit remis : à rapprocher."
            : $"La personne déclare détenir un titre ({permit?.Title} {permit?.Number}) que le registre ne connaît pas : à rapprocher."));
        return declaration;
    }

    /// <summary>An officer answers, once; confirmed, the declared document is the one held.</summary>
    public void Answer(bool confirmed, Person person, Moment now)
    {
        if (AnsweredAt is not null) throw new RuleBroken("applications.declaration-answered", $"Cette déclaration a déjà reçu une réponse, le {AnsweredAt:dd/MM/yyyy}.");
        (AnsweredAt, Confirmed) = (now.At, confirmed);
        if (confirmed && Permit is { } permit) person.Hold(permit, renewal: false);
        Tell(new DeclarationAnswered(PersonId, Id, confirmed));
    }

    public override void Settle() { }
}
