using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.RegisterPerson;

/// <summary>Somebody is known from now on, with the document that they hold. No e-mail, no phone, no account is needed.</summary>
internal sealed class RegisterPerson(ApplicationsDb db, NewPerson people) : IUseCase<RegisterPerson.Request, Guid>
{
    public sealed record Request
    {
        public required string Surname { get; init; }

        public required string FirstNames { get; init; }

        public required DateOnly Born { get; init; }

        public string? BirthPlace { get; init; }

        public string? Nationality { get; init; }

        public string? Sex { get; init; }

        public string? ForeignerNumber { get; init; }

        /// <summary>Declared, while another office establishes it.</summary>
        public bool ProvisionalCivilStatus { get; init; }

        public required string Prefecture { get; init; }

        public string? Protection { get; init; }

        public DateOnly? RecognisedOn { get; init; }

        public DateOnly? EnteredOn { get; init; }

        /// <summary>Whose family: a registered person's id, or words.</summary>
        public string? FamilyOf { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public IReadOnlyList<string> AddressLines { get; init; } = [];

        public string? Postcode { get; init; }

        public string? Commune { get; init; }

        /// <summary>Nothing may leave for these addresses.</summary>
        public bool SafeContact { get; init; }

        public string Language { get; init; } = "fr";

        public Permit? Held { get; init; }

        public int ConsecutiveRenewals { get; init; }
    }

    /// <param name="HandedOver">False while the register says that it was not.</param>
    /// <param name="Declared">The person says so; no register was asked.</param>
    public sealed record Permit(string Procedure, string? Ground, DateOnly ValidFrom, DateOnly ValidUntil, bool Work, bool HandedOver = true, string? Number = null, bool Declared = false);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var person = await people.Of(request, ct);
        db.Add(person);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
