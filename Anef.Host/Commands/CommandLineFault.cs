using System.CommandLine;
using System.CommandLine.Parsing;

namespace Anef.Host.Commands;

/// <summary>What was not understood on the command line, in one sentence that says what is accepted.</summary>
internal static class CommandLineFault
{
    public static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..]) return $"« {unknown} » n'est pas compris{After(parsed)} : {Accepted(command, unknown)}.";
        if (parsed.Errors[0].SymbolResult is OptionResult option)
            return option.Tokens.Count == 0 ? $"« {option.Option.Name} » attend une valeur : {option.Option.Description}." : $"« {option.Option.Name} » ne prend qu'une valeur : {option.Option.Description}.";
        return $"Il manque quelque chose{After(parsed)} : {Accepted(command, "")}.";
    }

    private static string After(ParseResult parsed)
    {
        var path = Path(parsed.CommandResult);
        return path.Length == 0 ? "" : $" après « {path} »";
    }

    private static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}".TrimStart() : "";

    /// <summary>Options for what is written like one, commands where there are some, else what stands without a name.</summary>
    private static string Accepted(Command command, string unknown)
    {
        var options = command.Options.Where(o => !o.Hidden).Select(o => o.Name);
        if (!unknown.StartsWith('-'))
        {
            if (command.Subcommands.Count > 0) return $"sont acceptées les commandes {string.Join(", ", command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name))}";
            if (command.Arguments.Count > 0) return $"sont attendus {string.Join(", ", command.Arguments.Select(a => $"{a.Name} ({a.Description})"))}";
        }
        return $"{(command.Options.Count > 1 ? "sont acceptées les options" : "est acceptée l'option")} {string.Join(", ", options)}";
    }
}
