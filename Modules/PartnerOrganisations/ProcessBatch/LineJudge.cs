using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ReadMail;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Says what becomes of a line, from what is known. Does nothing.</summary>
internal sealed class LineJudge(IProcedures law, IWorkingDays days, PrefectureCatalog prefectures, TimeProvider clock)
{
    public Judgement Judge(Organisation organisation, LineFacts facts)
    {
        var judged = Scope.Outside(facts.Line) is { } outside ? new Judgement(LineStatus.Answered, outside) { HasCase = false } : Within(organisation, facts);
        var zone = prefectures.Find(judged.Prefecture ?? "")?.TimeZone ?? CivilTime.Paris;
        return judged with
        {
            SafeContact = judged.SafeContact || facts.Line.SafeContact,
            DueOn = days.After(clock.Today(zone), Urgency.WorkingDays(judged.Priority), judged.Prefecture),
        };
    }

    private Judgement Within(Organisation organisation, LineFacts facts)
    {
        if (facts.Person is not { } person) return Unknown(organisation, facts.Line);
        var (line, today) = (facts.Line, clock.Today(CivilTime.Paris));
        var request = RequestOf(line, person);
        var procedure = line.Kind is "demande" or "fondement" ? line.Procedure?.Trim().ToUpperInvariant() : request?.Procedure;
        // Nothing of what follows may be known without one: neither where the person lives, nor what they asked for.
        if (!facts.Mandates.Any(m => m.HoldsFor(procedure, today))) return new(LineStatus.RefusedNoMandate, "noMandate") { HasCase = false };
        var prefecture = request is { Open: true } ? request.Prefecture : person.Prefecture;
        if (!organisation.Covers(prefecture)) return new(LineStatus.NeedsInformation, "outsideAgreement") { HasCase = false };
        if (line.Kind is "demande" or "fondement" && procedure is not null && !organisation.Allows(procedure)) return new(LineStatus.NeedsInformation, "procedureNotAgreed") { HasCase = false };
        return OfKind(line, request, procedure, prefecture) with
        {
            Person = person,
            Request = request,
            Prefecture = prefecture,
            SafeContact = person.SafeContact,
            Procedure = procedure,
            Priority = Urgency.Of(facts, request, today),
        };
    }

    private Judgement OfKind(ReadLine line, RequestSought? request, string? procedure, string prefecture) => line.Kind switch
    {
        "demande" when procedure is null => new(LineStatus.NeedsInformation, "noProcedure"),
        "demande" when law.Find(procedure, clock.Today(CivilTime.Paris)) is null => new(LineStatus.NeedsInformation, "unknownProcedure"),
        "demande" => new(LineStatus.Routed, "filed") { Act = LineAct.File },
        "piece" when line.Documents.Count == 0 => new(LineStatus.NeedsInformation, "noDocuments"),
        "piece" when request is not { Open: true } => new(LineStatus.NeedsInformation, "noApplication"),
        "piece" => new(LineStatus.Identified, "attached") { Act = LineAct.Attach },
        "fondement" when request is not { Open: true } || procedure is null || law.Find(procedure, clock.Today(CivilTime.Paris)) is null => new(LineStatus.Routed, "groundToSee"),
        "fondement" => new(LineStatus.Routed, "groundChanged") { Act = LineAct.ChangeGround },
        "inconnu" when line.SafeContact => new(LineStatus.Routed, "contactProtected"),
        "inconnu" => new(LineStatus.Received, "notUnderstood"),
        _ => new(LineStatus.Routed, line.Department is { } said && said != prefecture ? "routedElsewhere" : "routed"),
    };

    /// <summary>Nobody was identified. What the line says of a place is all that is known of who could look.</summary>
    private Judgement Unknown(Organisation organisation, ReadLine line)
    {
        var understood = line.Kind != "inconnu" || line.SafeContact;
        var status = understood && MissingIn(line) is { } missing ? new Judgement(LineStatus.NeedsInformation, missing)
            : new(LineStatus.Received, understood ? "toIdentify" : "notUnderstood");
        var said = line.Department ?? line.ApplicationNumber?.Split('-')[0] ?? (organisation.Prefectures is [var only] ? only : null);
        return status with { Prefecture = prefectures.Find(said ?? "")?.Code, Priority = line.SafeContact || line.Kind == "fondement" || line.AttestationEnd < clock.Today(CivilTime.Paris) ? 0 : Urgency.OfText(line) };
    }

    private static string? MissingIn(ReadLine line) =>
        line.ForeignerNumber is null && line.ApplicationNumber is null ? (Faulty(line, "foreignerNumber") ? "badNumber" : "noNumber")
        : line.BirthDate is null ? (Faulty(line, "birthDate") ? "badBirthDate" : "noBirthDate")
        : null;

    private static bool Faulty(ReadLine line, string field) => line.Faults.Any(f => f.StartsWith(field, StringComparison.Ordinal));

    private static RequestSought? RequestOf(ReadLine line, PersonSought person) =>
        line.ApplicationNumber is { } number && person.Requests.FirstOrDefault(r => LineKeys.Folded(r.Number) == LineKeys.Folded(number)) is { } named ? named
        : line.Kind == "demande" ? null
        : person.Requests.FirstOrDefault(r => r.Open && r.Procedure == line.Procedure) ?? person.Requests.FirstOrDefault(r => r.Open) ?? (person.Requests.Count > 0 ? person.Requests[0] : null);
}
