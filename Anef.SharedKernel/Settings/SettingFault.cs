namespace Anef.SharedKernel.Settings;

/// <summary>A setting is wrong: the start stops here, with words that name it.</summary>
/// <param name="setting">As an operator writes it: <c>Database:Provider</c>.</param>
/// <param name="words">What is wrong with it, in French.</param>
public sealed class SettingFault(string setting, string words) : Exception($"{setting} : {words}")
{
    /// <summary>The setting at fault.</summary>
    public string Setting { get; } = setting;
}
