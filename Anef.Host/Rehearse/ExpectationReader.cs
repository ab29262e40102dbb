using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Anef.Host.Rehearse;

/// <summary>Reads one expectation and finds which of the forms it has.</summary>
internal static class ExpectationReader
{
    private static readonly Dictionary<string, Subject> Events = new() { ["event"] = Subject.Event, ["none"] = Subject.None, ["count"] = Subject.Count };
    private static readonly Dictionary<string, Subject> States = new() { ["application"] = Subject.Application, ["person"] = Subject.Person, ["result"] = Subject.Result };

    public static Expectation Read(YamlNode node)
    {
        var block = Block.Of(node, "une attente");
        var head = block.Keys.Where(Events.ContainsKey).ToList();
        if (head.Count == 0) head = [.. block.Keys.Where(States.ContainsKey)];
        if (head.Count != 1)
            throw new FileFault(block.Line, "une attente commence par event, none, count, application, person ou result, et par un seul d'entre eux");
        var subject = Events.TryGetValue(head[0], out var found) ? found : States[head[0]];
        var name = block.Values[head[0]]?.ToString() ?? throw new FileFault(block.Line, $"« {head[0]} » : un nom est attendu");
        var number = subject == Subject.Count ? Number(block) : 0;
        block.Values.Remove(head[0]);
        if (subject == Subject.Count) block.Values.Remove("is");
        return new Expectation(block.Line, subject, name, number, block.Values);
    }

    private static int Number(Block block) =>
        int.TryParse(block.Values["is"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FileFault(block.LineOf("is"), "« count » : il manque « is » avec un nombre entier");
}
