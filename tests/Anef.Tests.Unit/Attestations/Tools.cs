using System.Diagnostics;

namespace Anef.Tests.Unit.Attestations;

/// <summary>Other people's programs that judge our files. A test that misses one says so and is not counted as passed.</summary>
internal static class Tools
{
    public static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        if (!Installed(program)) Assert.Ignore($"{program} is not installed");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }

    private static bool Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
