using System.Data.Common;
using System.Net.Sockets;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Settings;
using Microsoft.AspNetCore.Connections;

namespace Anef.Host.Commands;

/// <summary>One clear sentence and a non-zero status for what an operator can mend; the rest is a bug and shows itself.</summary>
internal static class Faults
{
    public static async Task<int> Catch(Func<Task<int>> command)
    {
        try { return await command(); }
        catch (Exception fault) when (Sentence(fault) is not null)
        {
            await Console.Error.WriteLineAsync(Sentence(fault));
            return 1;
        }
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        ModuleFault or PrefectureFault or SettingFault => fault.Message,
        IOException { InnerException: AddressInUseException } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            $"Le port est déjà pris ({fault.Message}). Arrêtez l'autre programme, ou choisissez-en un autre avec --urls http://localhost:5081.",
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 } => "La base de données est verrouillée par un autre programme. Arrêtez-le, puis relancez.",
        DbException => $"La base de données ne répond pas : {fault.Message}",
        InvalidDataException => $"La configuration ne peut pas être lue : {fault.Message} {fault.InnerException?.Message}",
        OperationCanceledException => "Interrompu.",
        UnauthorizedAccessException or IOException => fault.Message,
        { InnerException: { } inner } when fault is AggregateException or InvalidOperationException => Sentence(inner),
        _ => null,
    };
}
