using Anef.Applications.Contracts;
using Anef.Notifications.Contracts;
using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.SendMandateCode;

/// <summary>Sends a person a code that they give to the organisation if they want it to act. Whoever asks learns nothing, not even whether anybody was found.</summary>
internal sealed class SendMandateCode(PartnerOrganisationsDb db, PartnerDoor door, IPartnerReading people, LanguageCatalog languages, CodePost post, TimeProvider clock) : IUseCase<SendMandateCode.Request, Guid>
{
    /// <summary>Codes that may be asked about one person in a day, by all organisations.</summary>
    public const int AboutOne = 3;

    /// <summary>Codes that one organisation may ask for in a day.</summary>
    public const int OfOne = 200;

    /// <param name="Number">Of a foreigner or of a request.</param>
    public sealed record Request(string Number, DateOnly Born, MandateTerms Terms);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var membership = await door.Enter(ct);
        request.Terms.Check(membership.Organisation, clock.Today(CivilTime.Paris));
        var (now, subject) = (clock.GetUtcNow(), Codes.SubjectOf(request.Number, request.Born));
        var yesterday = now.AddDays(-1);
        if (await db.Set<MandateCode>().CountAsync(c => c.Subject == subject && c.CreatedAt > yesterday, ct) >= AboutOne
            || await db.Set<MandateCode>().CountAsync(c => c.OrganisationId == membership.OrganisationId && c.CreatedAt > yesterday, ct) >= OfOne)
            throw new RuleBroken("partners.too-many-codes", "Trop de codes ont été demandés depuis hier. Réessayez demain, ou envoyez un mandat signé.");
        var person = await people.Identify(request.Number, request.Born, ct);
        // Nothing leaves for an address that somebody else may read.
        var told = person is { Email: not null, SafeContact: false } ? person : null;
        var code = Codes.Make();
        var kept = new MandateCode
        {
            OrganisationId = membership.OrganisationId, AskedBy = membership.Member.Name, PersonId = told?.PersonId, Subject = subject, Hash = Codes.Hash(code),
            Procedures = request.Terms.Procedures, Until = request.Terms.Until, CreatedAt = now, ExpiresAt = now + MandateCode.Life,
        };
        db.Add(kept);
        await db.SaveChangesAsync(ct);
        if (told is not null) post.Put(Mail(told, membership.Organisation.Name, code, request.Terms));
        return kept.Id;
    }

    private SecretMail Mail(PersonFound person, string organisation, string code, MandateTerms terms)
    {
        var say = new Say(languages.For(person.Language));
        return new(person.Prefecture, $"{person.FirstNames} {person.Surname}", person.Email!, say.Language.Code, say["mandates.mail.subject"],
            say["mandates.mail.code", ("name", person.FirstNames), ("organisation", organisation), ("code", Codes.Spaced(code)), ("until", terms.Until), ("hours", (int)MandateCode.Life.TotalHours)]);
    }
}
