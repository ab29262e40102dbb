using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Anef.Tests.Support;

/// <summary>Keeps what the program logged as an error: jobs and couriers survive their faults, tests should not.</summary>
internal sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyList<string> Faults => [.. _faults];

    public void Clear() => _faults.Clear();

    // Hangfire's own threads have one log for the whole process: what they say of a store that another site is closing is no fault of this one.
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Hangfire.", StringComparison.Ordinal) && !categoryName.Contains("Retry", StringComparison.Ordinal) ? NullLogger.Instance : this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _faults.Enqueue($"{formatter(state, exception)} {exception}".TrimEnd());
    }

    public void Dispose() { }
}
