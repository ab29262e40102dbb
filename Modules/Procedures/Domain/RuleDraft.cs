using System.Security.Cryptography;
using System.Text;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>A version of a family of rules that is being written. It holds for nobody until a second person publishes it.</summary>
internal sealed class RuleDraft
{
    private RuleDraft() { }

    public Guid Id { get; private init; }

    public string Family { get; private init; } = "";

    /// <summary>JSON, of the form of the family's file in <c>Data/</c>; may be malformed while it is a draft.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The law itself reaches back: the first day may be past.</summary>
    public bool Retroactive { get; private set; }

    public DraftState State { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Who wrote last.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>Accounts that have written in it, each once: none of them may publish it.</summary>
    public string Writers { get; private set; } = "";

    /// <summary>Number under which it was published.</summary>
    public int? PublishedVersion { get; private set; }

    public long Version { get; private set; }

    public static RuleDraft Open(string family, string body, Author author, DateTimeOffset now)
    {
        var draft = new RuleDraft { Id = Guid.CreateVersion7(), Family = family, OpenedAt = now };
        draft.Write(body, false, author, now);
        return draft;
    }

    public void Write(string body, bool retroactive, Author author, DateTimeOffset now)
    {
        RefuseUnlessOpen();
        (Body, Retroactive, WrittenAt, WrittenBy) = (body.ReplaceLineEndings("\n"), retroactive, now, author.Name);
        if (!HasWritten(author.Account)) Writers = Writers.Length == 0 ? $"{author.Account}" : $"{Writers},{author.Account}";
    }

    public void Withdraw()
    {
        RefuseUnlessOpen();
        State = DraftState.Withdrawn;
    }

    /// <summary>Four eyes, and a rehearsal of exactly this text with a reason for whatever it changes.</summary>
    public void Publish(int version, DraftRehearsal? rehearsal, string rulesStamp, Author publisher)
    {
        RefuseUnlessOpen();
        if (HasWritten(publisher.Account))
            throw new RuleBroken("procedures.draft-second-person", "Vous avez écrit dans ce brouillon : une seconde personne doit le publier.");
        if (rehearsal is not { State: RehearsalState.Done } || rehearsal.TextStamp != Stamp || rehearsal.RulesStamp != rulesStamp)
            throw new RuleBroken("procedures.draft-not-rehearsed", "Ce texte n'a pas été répété tel qu'il est, avec les règles d'aujourd'hui. Lancez une répétition, puis publiez.");
        if (rehearsal.Unexplained().ToList() is { Count: > 0 } files)
            throw new RuleBroken("procedures.draft-changes-files", $"La répétition change {files.Count} histoire(s) sans raison écrite : {string.Join(", ", files.Take(5))}. Corrigez le brouillon, ou écrivez pourquoi.");
        (State, PublishedVersion) = (DraftState.Published, version);
    }

    public bool HasWritten(Guid account) => Writers.Split(',').Contains($"{account}");

    /// <summary>Changes with every character of the text.</summary>
    public string Stamp => Stamps.Of(Body + (Retroactive ? "\nretroactive" : ""));

    private void RefuseUnlessOpen()
    {
        if (State != DraftState.Open) throw new RuleBroken("procedures.draft-closed", "Ce brouillon est déjà publié ou retiré. Ouvrez-en un autre.");
    }
}

/// <summary>What has become of a draft.</summary>
internal enum DraftState
{
    Open,
    Published,
    Withdrawn,
}

/// <summary>Somebody of the ministry.</summary>
internal sealed record Author(Guid Account, string Name);

/// <summary>Short names of texts, equal when the texts are.</summary>
internal static class Stamps
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    /// <summary>Of all versions that are known: changes when one more is published.</summary>
    public static string Of(RuleBook book) => Of(string.Join(';', book.All.Select(v => $"{RuleFamilies.NameOf(v)}.{v.Version}").Order(StringComparer.Ordinal)));
}
