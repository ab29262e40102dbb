namespace Anef.SharedKernel.Prefectures;

/// <summary>A prefecture's configuration is wrong: the start stops here, with words that name the file and the field.</summary>
/// <param name="file">File, relative to the folder of prefectures; <c>settings</c> for the overrides of a run.</param>
/// <param name="field">Field as written in the file, or null when the file itself is at fault.</param>
/// <param name="expected">What is expected there, in French.</param>
public sealed class PrefectureFault(string file, string? field, string expected)
    : Exception(field is null ? $"{file} : {expected}" : $"{file}, champ « {field} » : {expected}")
{
    /// <summary>File at fault.</summary>
    public string File { get; } = file;

    /// <summary>Field at fault, or null.</summary>
    public string? Field { get; } = field;
}
