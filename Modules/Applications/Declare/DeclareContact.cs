using System.ComponentModel.DataAnnotations;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Declare;

/// <summary>How the person is reached from now on, and what must never leave.</summary>
internal sealed class DeclareContact(ApplicationsDb db, Visitor visitor) : IUseCase<DeclareContact.Request, Done>
{
    /// <param name="Safe">Nothing leaves for these addresses: all is read in the account.</param>
    /// <param name="Confidential">The postal address is shown to the referents alone.</param>
    public sealed record Request(string? Email, string? Phone, string Language, bool Safe, bool Confidential);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(visitor.OwnId(), ct);
        var (email, phone) = (Written(request.Email), Written(request.Phone));
        if (email is not null && !new EmailAddressAttribute().IsValid(email)) throw new RuleBroken("applications.email", "Cette adresse électronique n'en est pas une : par exemple nom@exemple.fr.");
        if (phone is not null && phone.Count(char.IsAsciiDigit) < 9) throw new RuleBroken("applications.phone", "Ce numéro de téléphone est trop court : par exemple 06 12 34 56 78.");
        person.Reach(person.Contact with { Email = email, Phone = phone, Language = request.Language, Safe = request.Safe, AddressConfidential = request.Confidential });
        await db.SaveChangesAsync(ct);
        return new();
    }

    private static string? Written(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
