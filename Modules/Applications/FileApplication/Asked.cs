using Anef.Applications.Domain;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.FileApplication;

/// <summary>What is asked for, where a request leaves some of it open.</summary>
internal static class Asked
{
    public static (Procedure Procedure, string Kind, string Ground) Of(IProcedures law, string code, string? askedKind, string? askedGround, HeldDocument? held, DateOnly on)
    {
        var procedure = law.Find(code, on) ?? throw new RuleBroken("applications.unknown-procedure", $"« {code} » n'est pas une démarche du catalogue.");
        var kind = askedKind ?? (held is not null && law.Renews(procedure.Code, held.ForRules(), on) ? Kinds.Renewal
            : procedure.Kinds.Contains(Kinds.First) || procedure.Kinds.Contains(Kinds.Renewal) ? Kinds.First : procedure.Kinds[0]);
        if (!law.All(on).SelectMany(p => p.Kinds).Append(Kinds.ChangeOfStatus).Contains(kind))
            throw new RuleBroken("applications.unknown-kind", $"« {kind} » n'est pas un type de demande. {procedure.Code} admet : {string.Join(", ", procedure.Kinds)}.");
        var ground = askedGround is { } asked ? Names.Article(asked)
            : kind == Kinds.Renewal && held?.Ground is { } same && procedure.Articles.Contains(same) ? same
            : procedure.Articles.Count > 0 ? procedure.Articles[0] : "";
        return (procedure, kind, ground);
    }
}
