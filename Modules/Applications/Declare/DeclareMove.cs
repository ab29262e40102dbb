using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Declare;

/// <summary>The person declares a new home: art. R.431-23. Requests follow to the prefecture of the new department with their dates.</summary>
internal sealed class DeclareMove(ApplicationsDb db, IUseCase<MovePerson.MovePerson.Request, Done> move, Visitor visitor) : IUseCase<DeclareMove.Request, Done>
{
    /// <param name="Department">Null when the postcode says it.</param>
    public sealed record Request(IReadOnlyList<string> Lines, string Postcode, string Commune, string? Department = null);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(visitor.OwnId(), ct);
        List<string> lines = [.. request.Lines.Select(l => l.Trim()).Where(l => l.Length > 0)];
        if (lines.Count == 0 || request.Commune.Trim().Length == 0)
            throw new RuleBroken("applications.address-incomplete", "Écrivez la nouvelle adresse en entier : rue, code postal et commune.");
        var department = request.Department is { Length: > 0 } chosen ? chosen : DepartmentOf(request.Postcode);
        person.Reach(person.Contact with { Address = new(lines, request.Postcode.Trim(), request.Commune.Trim()) });
        // Of the same context: the new address and the move are one save.
        return await move.Handle(new(person.Id, department), ct);
    }

    /// <summary>The first two figures, three overseas; in Corsica 200 and 201 are the South.</summary>
    public static string DepartmentOf(string postcode)
    {
        var figures = postcode.Replace(" ", "", StringComparison.Ordinal);
        if (figures.Length != 5 || !figures.All(char.IsAsciiDigit))
            throw new RuleBroken("applications.postcode", "Le code postal a cinq chiffres, par exemple 38000.");
        return figures[..2] switch
        {
            "97" or "98" => figures[..3],
            "20" => figures[..3] is "200" or "201" ? "2A" : "2B",
            var department => department,
        };
    }
}
