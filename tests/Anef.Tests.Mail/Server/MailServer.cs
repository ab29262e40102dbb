using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Anef.PartnerOrganisations.Settings;
using Anef.SharedKernel.Security;
using Anef.Tests.Unit.Notifications;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Anef.Tests.Mail.Server;

/// <summary>A real mail server on this machine: aiosmtpd takes the mail, Dovecot keeps it. Every name is a mailbox.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Swaks = "/usr/bin/swaks";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("anef-mail-").FullName;
    private readonly List<Process> _programs = [];
    private readonly int _imap = FreePort();
    private readonly int _lmtp = FreePort();

    private int SmtpPort { get; } = FreePort();

    private string Authorities => Path.Combine(_folder, "ca.pem");

    /// <summary>The first program that is missing here; null when all are there.</summary>
    public static string? Missing() =>
        !File.Exists("/usr/sbin/dovecot") ? "dovecot (dovecot-core)"
        : !File.Exists("/usr/lib/dovecot/imap") ? "imap (dovecot-imapd)"
        : !File.Exists("/usr/lib/dovecot/lmtp") ? "lmtp (dovecot-lmtpd)"
        : !File.Exists(Python) || Succeeds(Python, "-c", "import aiosmtpd") is false ? "aiosmtpd (python3-aiosmtpd)"
        : null;

    public static async Task<MailServer> Start()
    {
        var server = new MailServer();
        // Dovecot's own users have to pass through.
        File.SetUnixFileMode(server._folder, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(server._folder, "mail")).FullName, (UnixFileMode)0b111_111_111);
        await Certificates.Write(server._folder);
        var configuration = Path.Combine(server._folder, "dovecot.conf");
        await File.WriteAllTextAsync(configuration, server.FilledIn(await File.ReadAllTextAsync(Beside("dovecot.conf"))));
        server.Run("/usr/sbin/dovecot", "-F", "-c", configuration);
        server.Run(Python, Beside("smtpd.py"), $"{server.SmtpPort}", $"{server._lmtp}", server._folder);
        foreach (var port in new[] { server._imap, server._lmtp, server.SmtpPort }) await Answers(port);
        return server;
    }

    /// <summary>The module, set to send through this server.</summary>
    public Mailroom Room(params (string, string)[] settings) => new([
        ("Mail:Transport", "Smtp"), ("Mail:Host", "localhost"), ("Mail:Port", $"{SmtpPort}"), ("Mail:User", "anef"), ("Mail:Password", "secret"), ("Mail:CaFile", Authorities),
        .. settings]);

    /// <summary>The same, reading what came back from a mailbox of this server.</summary>
    public Mailroom RoomWithReturns(string mailbox) => Room(
        ("Mail:BounceAddress", mailbox), ("Mail:Bounces:Kind", "Imap"), ("Mail:Bounces:Host", "localhost"), ("Mail:Bounces:Port", $"{_imap}"), ("Mail:Bounces:Security", "StartTls"),
        ("Mail:Bounces:User", mailbox), ("Mail:Bounces:Password", "secret"));

    /// <summary>A mailbox of this server, as one that organisations write to.</summary>
    public MailboxOptions Inbox(string mailbox) => new()
    {
        Kind = MailboxKind.Imap, Host = "localhost", Port = _imap, Security = SecureSocketOptions.StartTls, User = mailbox, Password = "secret", CaFile = Authorities, RetryDelay = TimeSpan.FromMilliseconds(10),
    };

    /// <summary>Puts a mail in somebody's mailbox, as another server would.</summary>
    /// <summary>Where another program than ours can be had to write a mail with; null when it is there.</summary>
    public static string? MissingWriter => !File.Exists(Swaks) ? "swaks" : Succeeds("/usr/bin/perl", "-MNet::SSLeay", "-e", "1") ? null : "SSLeay (libnet-ssleay-perl)";

    /// <summary>Lets <c>swaks</c> compose a mail and give it in, over STARTTLS and with the password.</summary>
    /// <returns>Whether the server took it.</returns>
    public bool Compose(string address, string password, params string[] more) => Succeeds(Swaks, [
        "--server", "127.0.0.1", "--port", $"{SmtpPort}", "--tls", "--auth", "PLAIN", "--auth-user", "anef", "--auth-password", password, "--timeout", "20",
        "--from", "sociale@asso-exemple.org", "--to", address, .. more]);

    public async Task Deliver(MimeMessage mail, string address)
    {
        using var smtp = new SmtpClient { ServerCertificateValidationCallback = new OwnAuthorities(Authorities).Accept };
        await smtp.ConnectAsync("localhost", SmtpPort, SecureSocketOptions.StartTls);
        await smtp.AuthenticateAsync("anef", "secret");
        await smtp.SendAsync(mail, MailboxAddress.Parse("mailer-daemon@mx.example"), [MailboxAddress.Parse(address)]);
        await smtp.DisconnectAsync(quit: true);
    }

    /// <summary>What lies in somebody's mailbox, read over IMAP.</summary>
    public async Task<IReadOnlyList<MimeMessage>> Mailbox(string address)
    {
        using var imap = new ImapClient { ServerCertificateValidationCallback = new OwnAuthorities(Authorities).Accept };
        await imap.ConnectAsync("localhost", _imap, SecureSocketOptions.StartTls);
        await imap.AuthenticateAsync(address, "secret");
        await imap.Inbox!.OpenAsync(MailKit.FolderAccess.ReadOnly);
        var mails = new List<MimeMessage>();
        for (var index = 0; index < imap.Inbox.Count; index++) mails.Add(await imap.Inbox.GetMessageAsync(index));
        await imap.DisconnectAsync(quit: true);
        return mails;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs)
        {
            using (program)
            {
                Succeeds("/bin/kill", "-TERM", $"{program.Id}");
                await program.WaitForExitAsync();
            }
        }
        Directory.Delete(_folder, recursive: true);
    }

    private string FilledIn(string configuration)
    {
        // Dovecot lets nobody read mail as root, and needs no root.
        var root = Environment.UserName == "root";
        var own = Environment.UserName;
        return configuration.Replace("@DIR@", _folder).Replace("@IMAP@", $"{_imap}").Replace("@LMTP@", $"{_lmtp}")
            .Replace("@MAIL_USER@", root ? "nobody" : own).Replace("@MAIL_GROUP@", root ? "nogroup" : own)
            .Replace("@INTERNAL_USER@", root ? "dovecot" : own).Replace("@INTERNAL_GROUP@", root ? "dovecot" : own)
            .Replace("@LOGIN_USER@", root ? "dovenull" : own);
    }

    private void Run(string program, params string[] arguments) => _programs.Add(Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder })!);

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task.WaitAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static async Task Answers(int port)
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
            }
        }
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, "Server", file);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
