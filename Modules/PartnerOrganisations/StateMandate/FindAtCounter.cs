using Anef.Applications.Contracts;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.StateMandate;

/// <summary>The person, where this counter receives them and their files are not hidden from it.</summary>
internal sealed class FindAtCounter(IPartnerReading people, Visitor visitor) : IUseCase<FindAtCounter.Request, PersonFound?>
{
    public static readonly Role[] Counter = [Role.WelcomePoint, Role.CaseOfficer];

    public sealed record Request(string Number, DateOnly Born);

    public async Task<PersonFound?> Handle(Request request, CancellationToken ct) =>
        await people.Identify(request.Number, request.Born, ct) is { } person && visitor.Serves(person.Prefecture, Counter) && (await people.HiddenFrom(visitor, [person.PersonId], ct)).Count == 0 ? person : null;
}
