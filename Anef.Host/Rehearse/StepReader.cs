using YamlDotNet.RepresentationModel;

namespace Anef.Host.Rehearse;

/// <summary>Reads one step: <c>at</c> and exactly one verb.</summary>
internal static class StepReader
{
    /// <summary>The verb that the player itself knows.</summary>
    public const string Pause = "pauseJobs";

    public static Step Read(YamlNode node, DateTimeOffset start, DateTimeOffset until)
    {
        var line = Block.LineOf(node);
        var entries = Block.Entries(node, "une étape").ToList();
        var at = entries.Where(e => e.Key == "at").Select(e => At(e.Value)).FirstOrDefault(new Placed<DateTimeOffset>(default, 0));
        if (at.Line == 0) throw new FileFault(line, "il manque « at » à cette étape");
        if (at.Value < start) throw new FileFault(at.Line, "cette étape est avant « start »");
        if (at.Value > until) throw new FileFault(at.Line, "cette étape est après « until »");
        var verbs = entries.Where(e => e.Key != "at").ToList();
        if (verbs.Count != 1)
            throw new FileFault(line, verbs.Count == 0 ? "il manque un verbe à cette étape" : $"une étape a un seul verbe, et non {string.Join(", ", verbs.Select(v => v.Key))}");
        var (verb, fields) = verbs[0];
        return new Step(line, at.Value, verb, Block.Of(fields, $"« {verb} »"));
    }

    /// <summary>When a pause ends.</summary>
    public static DateTimeOffset EndOf(Step pause)
    {
        var text = pause.Fields.Values["until"]?.ToString() ?? throw new FileFault(pause.Line, "« pauseJobs » : il manque le champ « until »");
        var end = RehearsalReader.Instant(new(text, pause.Fields.LineOf("until")), "until");
        return end.Value > pause.At ? end.Value : throw new FileFault(end.Line, "« pauseJobs » : « until » n'est pas après « at »");
    }

    private static Placed<DateTimeOffset> At(YamlNode node) => node is YamlScalarNode { Value: { } text }
        ? RehearsalReader.Instant(new(text, Block.LineOf(node)), "at")
        : throw new FileFault(Block.LineOf(node), "« at » : un instant est attendu");
}
