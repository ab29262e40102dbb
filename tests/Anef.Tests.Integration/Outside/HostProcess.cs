using System.Diagnostics;
using System.Text;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Outside;

/// <summary>The program as an operator starts it: a process of its own, in a folder of its own, on a port that the system chooses.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Greeting = "Anef répond sur ";
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string?> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => { if (line.Data is not null) lock (_errors) _errors.AppendLine(line.Data); };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The program as it was built with these tests.</summary>
    public static string Program { get; } = Repository.PathOf("artifacts", "bin", "Anef.Host", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    /// <summary>What it said so far.</summary>
    public string Output { get { lock (_output) return _output.ToString(); } }

    /// <inheritdoc cref="Output"/>
    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    /// <summary>Starts it.</summary>
    /// <param name="folder">The caller's folder.</param>
    /// <param name="settings">Configuration, with colons.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="program">Another copy of the program.</param>
    public static HostProcess Start(string folder, IEnumerable<KeyValuePair<string, string?>> settings, string[] arguments, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program ?? Program, "Anef.Host.dll"), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // Without a way in and without https it would refuse to serve.
        (start.Environment["Accounts__Local"], start.Environment["Proxy__Trusted"]) = ("true", "127.0.0.1");
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new HostProcess(start);
    }

    /// <summary>Runs a command on the database of a house, and waits for its end.</summary>
    public static async Task<(int Status, string Output, string Errors)> Run(AnefHouse house, CancellationToken ct, params string[] arguments)
    {
        await using var program = Start(house.Folder, new Dictionary<string, string?>
        {
            ["Database:Provider"] = $"{house.Database.Provider}", ["Database:ConnectionString"] = house.Database.ConnectionString, ["Mail:OutgoingFolder"] = Path.Combine(house.Folder, "mail"),
        }, arguments);
        var status = await program.Ended(ct);
        return (status, program.Output, program.Errors);
    }

    /// <summary>Starts it as a server and waits until it says where it answers.</summary>
    public static async Task<(HostProcess Host, Uri Url)> Serve(string folder, IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken ct, string? program = null)
    {
        var host = Start(folder, settings, ["--urls", "http://127.0.0.1:0"], program);
        return (host, await host.Answers(ct));
    }

    /// <summary>Its address, once it answers.</summary>
    public async Task<Uri> Answers(CancellationToken ct) => await _url.Task.WaitAsync(ct) is { } url ? new Uri(url)
        : throw new InvalidOperationException($"The host ended before it answered: {Errors}{Output}");

    /// <summary>Waits for its end and returns its status.</summary>
    public async Task<int> Ended(CancellationToken ct)
    {
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    /// <summary>Nothing is asked, nothing is finished: SIGKILL.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) { _url.TrySetResult(null); return; }
        lock (_output) _output.AppendLine(line);
        if (line.StartsWith(Greeting, StringComparison.Ordinal)) _url.TrySetResult(line[Greeting.Length..].Split(' ', ',')[0]);
    }
}
