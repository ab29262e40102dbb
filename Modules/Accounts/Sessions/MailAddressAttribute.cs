using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Anef.Accounts.Sessions;

/// <summary>An address to which a mail can go. Nothing at all passes: that it must be given is said elsewhere.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MailAddressAttribute : ValidationAttribute
{
    private const int Longest = 254;

    public MailAddressAttribute() => ErrorMessage = "account.emailWrong";

    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } written
        || (written.Trim() is { Length: <= Longest } address && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Contains('.', StringComparison.Ordinal));
}
