using System.Text;
using System.Text.RegularExpressions;

namespace Anef.Notifications.Compose;

/// <summary>Words with <c>{{places}}</c>, and <c>{{#place}}…{{/place}}</c> for what is said only where the place has a value. Read once.</summary>
internal sealed partial class Template
{
    private readonly string _name;
    private readonly List<Part> _parts;

    public Template(string name, string text)
    {
        _name = name;
        Places = Mark().Matches(text).Select(m => m.Groups["name"].Value).ToHashSet();
        _parts = Read(text);
    }

    /// <summary>Every place that the words name.</summary>
    public IReadOnlySet<string> Places { get; }

    /// <summary>The words, filled in. A place that nobody gave is an error; one given without a value must stand in a section.</summary>
    public string Fill(IReadOnlyDictionary<string, string?> values)
    {
        var filled = new StringBuilder();
        Fill(_parts, values, filled);
        return Tidy(filled.ToString());
    }

    private void Fill(List<Part> parts, IReadOnlyDictionary<string, string?> values, StringBuilder filled)
    {
        foreach (var part in parts)
        {
            if (part.Place is null)
            {
                filled.Append(part.Words);
                continue;
            }
            if (!values.TryGetValue(part.Place, out var value)) throw new InvalidOperationException($"« {_name} » : personne ne donne « {part.Place} »");
            if (part.Inside is null) filled.Append(value ?? throw new InvalidOperationException($"« {_name} » : « {part.Place} » n'a pas de valeur"));
            else if (value is not null) Fill(part.Inside, values, filled);
        }
    }

    private List<Part> Read(string text)
    {
        var open = new Stack<(string? Place, List<Part> Parts)>([(null, [])]);
        var from = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            var name = mark.Groups["name"].Value;
            open.Peek().Parts.Add(new Part(text[from..mark.Index]));
            from = mark.Index + mark.Length;
            if (mark.Groups["sign"].Value == "#") open.Push((name, []));
            else if (mark.Groups["sign"].Value != "/") open.Peek().Parts.Add(new Part("", name));
            else if (open.Peek().Place == name) Close(open);
            else throw new InvalidOperationException($"« {_name} » : « {name} » se ferme sans s'être ouvert");
        }
        if (open.Count > 1) throw new InvalidOperationException($"« {_name} » : « {open.Peek().Place} » ne se ferme pas");
        open.Peek().Parts.Add(new Part(text[from..]));
        return open.Pop().Parts;
    }

    private static void Close(Stack<(string? Place, List<Part> Parts)> open)
    {
        var (place, parts) = open.Pop();
        open.Peek().Parts.Add(new Part("", place, parts));
    }

    /// <summary>A section left out leaves no hole of empty lines.</summary>
    private static string Tidy(string filled)
    {
        var tidy = new StringBuilder(filled.Length);
        var blank = true;
        foreach (var line in filled.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.Length > 0 || !blank) tidy.Append(line).Append('\n');
            blank = line.Length == 0;
        }
        return tidy.ToString().TrimEnd('\n');
    }

    [GeneratedRegex(@"\{\{(?<sign>[#/]?)(?<name>\w+)\}\}")]
    private static partial Regex Mark();

    /// <summary>Words, or a place, or a place with what is said where it has a value.</summary>
    private sealed record Part(string Words, string? Place = null, List<Part>? Inside = null);
}
