namespace Anef.Attestations.Pdf;

/// <summary>Everything that a document says, in the order in which it is read.</summary>
/// <param name="Warning">Said before all else; null when there is nothing to warn of.</param>
/// <param name="Plain">What it means, without words of law.</param>
/// <param name="English">The same in a line, for who does not read French.</param>
internal sealed record DocumentText(string Issuer, string Title, string Number, string Validity, string? Warning, string Plain, string English,
    Table Holder, Table Request, Table Rights, string RefusedTitle, string Refused, string CheckAt, string Issued)
{
    /// <summary>Title of the file.</summary>
    public string Heading => $"{Title}, n° {Number}";
}

/// <summary>Labels and values under a heading.</summary>
internal sealed record Table(string Heading, IReadOnlyList<Row> Rows);

internal sealed record Row(string Label, string Value);
