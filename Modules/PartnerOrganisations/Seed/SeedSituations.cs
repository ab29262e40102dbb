using System.Text.Json;
using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Seeding;

namespace Anef.PartnerOrganisations.Seed;

/// <summary>An organisation in each department, and what it writes for made-up people whose request does not move.</summary>
internal sealed class SeedSituations(PrefectureCatalog prefectures, IWorkingDays workingDays) : ISeeder
{
    public Type Db => typeof(PartnerOrganisationsDb);

    public IReadOnlyList<Type> Rows { get; } = [typeof(Organisation), typeof(Mandate), typeof(InboundMail), typeof(Batch), typeof(BatchLine), typeof(PartnerCase)];

    public void Write(Life life, ISeedRows rows)
    {
        if (life.Index == 0)
            foreach (var prefecture in prefectures.All) rows.Add(OrganisationOf(prefecture, life));
        var (work, gaps) = (life.Told<PersonStory>().Work, life.Told<CoverageStory>().Gaps);
        var told = new List<PartnerCaseFacts>();
        foreach (var (wish, request) in life.Requests.Zip(work.Requests))
            if (wish.WrittenAboutAfter > 0 && request.FiledOn.AddDays(wish.WrittenAboutAfter) is var day && day <= life.Until && IsOpenOn(request, day))
                told.Add(Situation(life, wish, request, day, gaps, rows));
        life.Tell(new SituationsStory(told));
    }

    private static bool IsOpenOn(RequestWork request, DateOnly day) => !(request.NotifiedOn <= day) && !(request.EndedOn <= day);

    private static Guid IdOf(string prefecture) => LineKeys.ActId(Guid.Empty, $"organisation {prefecture}");

    private static string TokenOf(string prefecture) => $"accueil-{prefecture.ToLowerInvariant()}";

    private static string SenderOf(string prefecture) => $"{TokenOf(prefecture)}@anef.invalid";

    private static Organisation OrganisationOf(Prefecture prefecture, Life life)
    {
        var organisation = new Organisation { Id = IdOf(prefecture.Code), Name = $"Accueil des étrangers ({prefecture.Code})", AgreedFrom = life.From, AgreedUntil = life.Until.AddYears(1), Prefectures = [prefecture.Code] };
        organisation.GiveToken(TokenOf(prefecture.Code));
        organisation.Register([SenderOf(prefecture.Code)]);
        return organisation;
    }

    private PartnerCaseFacts Situation(Life life, LifeRequest wish, RequestWork request, DateOnly day, IReadOnlyList<GapFacts> gaps, ISeedRows rows)
    {
        // Whoever moves is followed by the organisation of the place where they are when it writes.
        var prefecture = request.PlaceOn(day).Prefecture;
        var at = CivilTime.StartOf(day, request.Zone).AddMinutes(wish.Minute);
        var uncovered = gaps.Any(g => g.ApplicationId == request.ApplicationId && g.From <= day && day <= g.To);
        var line = new ReadLine(1, uncovered ? "attestation" : "question")
        {
            Surname = life.Surname, GivenNames = life.FirstNames, BirthDate = life.Born, ApplicationNumber = request.Number, SafeContact = life.Safe,
            Text = uncovered ? "L'attestation a pris fin, l'employeur suspend le contrat." : "La demande ne bouge plus : que manque-t-il ?",
        };
        var priority = life.Safe || uncovered ? 0 : Urgency.OfText(line);
        var due = workingDays.After(day, Urgency.WorkingDays(priority), prefecture);
        var opened = Sent(life, line, IdOf(prefecture), prefecture, at, rows);
        (opened.PersonId, opened.ApplicationId, opened.Prefecture) = (request.PersonId, request.ApplicationId, prefecture);
        (opened.Priority, opened.DueOn, opened.SafeContact) = (priority, due, life.Safe);
        if (wish.RepliedWithin is { } percent && at.AddDays((due.DayNumber - day.DayNumber) * percent / 100.0) is var reply && reply < CivilTime.StartOf(life.Until.AddDays(1), request.Zone)) opened.Answer(reply);
        rows.Add(opened);
        return new(opened.Id, opened.ApplicationId, prefecture, opened.OpenedAt, due, opened.AnsweredAt);
    }

    /// <summary>By mail, under a mandate that holds.</summary>
    private static PartnerCase Sent(Life life, ReadLine line, Guid organisation, string prefecture, DateTimeOffset at, ISeedRows rows)
    {
        var person = life.Told<PersonStory>().Work.PersonId;
        var mandate = new Mandate { Id = life.NextId(), OrganisationId = organisation, PersonId = person, Proof = MandateProof.CounterStatement, ProposedAt = at, Until = at.AddYears(1).DayIn(CivilTime.Paris) };
        mandate.Validate(null, at);
        rows.Add(mandate);
        var (mailId, sender) = (life.NextId(), SenderOf(prefecture));
        rows.Add(new InboundMail { Id = mailId, Key = $"{mailId:N}", MessageId = $"{mailId:N}@anef.invalid", From = sender, Subject = "1 situation", ReceivedAt = at, OrganisationId = organisation, State = MailState.Accepted });
        var batch = new Batch { Id = life.NextId(), OrganisationId = organisation, Channel = "mail", MailId = mailId, Sender = sender, Subject = "1 situation", ReceivedAt = at, State = BatchState.Done, Lines = 1, Settled = 1, AcknowledgedAt = at };
        rows.Add(batch);
        var (key, id) = (LineKeys.Of(organisation, line), LineKeys.CaseId(batch.Id, 1));
        var sent = new BatchLine { Id = life.NextId(), BatchId = batch.Id, Number = 1, Content = JsonSerializer.Serialize(line), Hash = key.Hash, CaseId = id, Status = LineStatus.Routed, Reason = "routed" };
        rows.Add(sent);
        var opened = new PartnerCase { Id = id, OrganisationId = organisation, Fingerprint = key.Fingerprint, Kind = line.Kind, OpenedAt = at, LineId = sent.Id, Reference = LineKeys.Reference(prefecture, at.DayIn(CivilTime.Paris).Year, id) };
        opened.Become(LineStatus.Routed, "routed");
        return opened;
    }
}
