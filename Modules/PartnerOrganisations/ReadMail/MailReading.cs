namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a mail says, line by line. Nothing was looked up: it is text, and what it says is data.</summary>
/// <param name="Lines">In the order in which they stand.</param>
/// <param name="Files">Attachments that are documents; what was refused has its reason.</param>
/// <param name="Fault">Code of why nothing of it can be read; null otherwise.</param>
internal sealed record MailReading(IReadOnlyList<ReadLine> Lines, IReadOnlyList<MailFile> Files, string? Fault = null)
{
    /// <summary>What was written around the lines; null when the lines are all that was written.</summary>
    public string? Context { get; init; }

    /// <summary>What an operator may want to know of how it was read, as codes: <c>charset x-unknown</c>, <c>unmatched scan.pdf</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One situation, as it was written.</summary>
/// <param name="Number">As the sender numbered it, else its place from 1; unique in a mail.</param>
/// <param name="Kind">As the table writes it: <c>demande</c>, <c>attestation</c>, <c>blocage</c>, <c>piece</c>, <c>question</c>, <c>fondement</c>; <c>inconnu</c> when it could not be understood.</param>
internal sealed record ReadLine(int Number, string Kind)
{
    public string? Surname { get; init; }

    public string? GivenNames { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Ten digits.</summary>
    public string? ForeignerNumber { get; init; }

    public string? ApplicationNumber { get; init; }

    /// <summary>Catalogue code, as written: nobody has looked whether it exists.</summary>
    public string? Procedure { get; init; }

    public DateOnly? PermitEnd { get; init; }

    /// <summary>When the attestation ended, where the text says so: no column of the table.</summary>
    public DateOnly? AttestationEnd { get; init; }

    /// <summary>Department code.</summary>
    public string? Department { get; init; }

    public string? Contact { get; init; }

    public string? Instruction { get; init; }

    public string? Text { get; init; }

    /// <summary>Nothing may leave for the person's known addresses.</summary>
    public bool SafeContact { get; init; }

    /// <summary>Names of the attachments that belong to it.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Columns that nobody expected, kept.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>What was wrong with it, as codes with what was written: <c>birthDate 31/02/1990</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>An attachment that is a document.</summary>
/// <param name="Name">As it was sent, without any path; unique in a mail.</param>
/// <param name="Type">By its content: <c>application/pdf</c>, <c>image/jpeg</c>, <c>image/png</c>, <c>image/heic</c>; null when refused.</param>
/// <param name="Fault">Code of why it is refused: <c>macros</c>, <c>zipBomb</c>, <c>infected</c>, <c>type</c> …; null when it is kept.</param>
internal sealed record MailFile(string Name, string? Type, byte[] Content, string? Fault = null);
