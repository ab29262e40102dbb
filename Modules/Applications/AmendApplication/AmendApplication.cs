using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.AmendApplication;

/// <summary>The person corrects answers after filing. The filing date stays, and so does every earlier version.</summary>
internal sealed class AmendApplication(ApplicationsDb db, TimeProvider clock) : IUseCase<AmendApplication.Request, Done>
{
    public sealed record Request(Guid ApplicationId, IReadOnlyDictionary<string, string> Fields);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        application.Amend(request.Fields, Moment.In(application.Zone, clock));
        person.Reach(Changed(person.Contact, request.Fields));
        await db.SaveChangesAsync(ct);
        return new();
    }

    /// <summary>What amended answers change in how the person is reached; an answer wiped out is none.</summary>
    internal static ContactDetails Changed(ContactDetails contact, IReadOnlyDictionary<string, string> fields)
    {
        var address = contact.Address ?? new PostalAddress([], null, null);
        if (fields.TryGetValue("address", out var lines)) address = address with { Lines = lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) };
        address = address with { Postcode = fields.GetValueOrDefault("postcode", address.Postcode!), Commune = fields.GetValueOrDefault("commune", address.Commune!) };
        return contact with
        {
            Email = Wiped(fields.GetValueOrDefault("email", contact.Email!)),
            Phone = Wiped(fields.GetValueOrDefault("phone", contact.Phone!)),
            Language = fields.GetValueOrDefault("language", contact.Language),
            Address = address,
        };
    }

    private static string? Wiped(string? answer) => string.IsNullOrWhiteSpace(answer) ? null : answer;
}
