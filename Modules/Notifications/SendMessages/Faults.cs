using System.Net.Sockets;
using Anef.Notifications.Transports;
using MailKit.Net.Smtp;
using MailKit.Security;
using Polly.Timeout;

namespace Anef.Notifications.SendMessages;

/// <summary>Why a message did not leave, for operators.</summary>
internal static class Faults
{
    /// <param name="toFile">The way out was a file, and no server.</param>
    public static string Words(Exception fault, bool toFile) => fault switch
    {
        SmtpCommandException no => $"refusé par le serveur ({(int)no.StatusCode}) : {no.Message}",
        AuthenticationException => "le serveur refuse l'utilisateur ou le mot de passe",
        SslHandshakeException => "le certificat du serveur n'est pas reconnu",
        SmsRefused or SmsGatewayFault => fault.Message,
        TimeoutRejectedException => "le serveur n'a pas répondu à temps",
        SocketException socket => $"serveur injoignable : {socket.Message}",
        FormatException => "l'adresse ne peut pas être lue",
        IOException when !toFile => "la liaison avec le serveur s'est rompue",
        IOException or UnauthorizedAccessException => $"écriture impossible : {fault.Message}",
        InvalidOperationException => fault.Message,
        _ => $"{fault.GetType().Name} : {fault.Message}",
    };
}
