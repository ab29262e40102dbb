using System.Buffers.Binary;

namespace Anef.SharedKernel.Seeding;

/// <summary>Somebody made up, and what becomes of them: who they are, what they hold, what they ask for and how it is handled. Modules make their rows of it, one after the other.</summary>
public sealed class Life(ulong seed, long index)
{
    /// <summary>Ids begin with an instant: theirs lies before any real one.</summary>
    private const long FirstInstant = 946_684_800_000; // 2000-01-01
    private readonly Dictionary<Type, object> _told = [];
    private int _ids;

    /// <summary>From 0, in the order of writing.</summary>
    public long Index { get; } = index;

    /// <summary>This person's own chance.</summary>
    public Lot Lot { get; } = new(Lot.Mix(seed) ^ Lot.Mix((ulong)index + 0x632BE59BD9B4E019UL));

    /// <summary>Department.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Surname.</summary>
    public required string Surname { get; init; }

    /// <summary>First names.</summary>
    public required string FirstNames { get; init; }

    /// <summary>Birth date.</summary>
    public required DateOnly Born { get; init; }

    /// <summary>Two letters.</summary>
    public required string Nationality { get; init; }

    /// <summary><c>F</c> or <c>M</c>.</summary>
    public required string Sex { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Nothing may leave for their addresses.</summary>
    public bool Safe { get; init; }

    /// <summary><c>refugee</c>, <c>subsidiary</c>, or null.</summary>
    public string? Protection { get; init; }

    /// <summary>Day of entry or of recognition that their first request counts from.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What they hold when the history begins.</summary>
    public LifePermit? Held { get; init; }

    /// <summary>What they ask for, one after the other.</summary>
    public required IReadOnlyList<LifeRequest> Requests { get; init; }

    /// <summary>Days by which one document was once issued too late; 0 for never.</summary>
    public int Outage { get; init; }

    /// <summary>First day of the history.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>A key like those that the program makes, in order; the same at each run.</summary>
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        var chance = Lot.Next();
        BinaryPrimitives.WriteInt64BigEndian(bytes, (FirstInstant + Index) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (_ids++ & 0xFFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (chance >> 2) | 0x8000_0000_0000_0000UL);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Says to the modules that come after what was made of this life.</summary>
    public void Tell<T>(T story) where T : class => _told[typeof(T)] = story;

    /// <summary>What a module before said.</summary>
    public T Told<T>() where T : class => (T)_told[typeof(T)];
}

/// <summary>A permit that somebody holds.</summary>
public sealed record LifePermit(string Procedure, string? Ground, DateOnly From, DateOnly Until, bool Work);

/// <summary>A request and its handling. Days count from the step before.</summary>
public sealed record LifeRequest
{
    /// <summary>Catalogue code; null renews whatever is held then.</summary>
    public string? Procedure { get; init; }

    /// <summary>Article; null for the procedure's own.</summary>
    public string? Ground { get; init; }

    /// <summary>Day of filing; null for a day in the window of the permit held then.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Where in that window, in thousandths.</summary>
    public int InWindow { get; init; }

    /// <summary>Days after the end of the window; 0 for in time.</summary>
    public int LateBy { get; init; }

    /// <summary>How it comes in.</summary>
    public required string Channel { get; init; }

    /// <summary>Minute of the day.</summary>
    public int Minute { get; init; }

    /// <summary>Days for which indispensable documents are missing; 0 for none, null for ever.</summary>
    public int? MissingFor { get; init; } = 0;

    /// <summary>Days until definitive civil status; for protection.</summary>
    public int CivilStatusAfter { get; init; }

    /// <summary>Days until an officer asks for a document again; 0 for never.</summary>
    public int AskedAfter { get; init; }

    /// <summary>Days until it comes; null for never.</summary>
    public int? AnsweredAfter { get; init; }

    /// <summary>Days until completeness is confirmed.</summary>
    public int ConfirmedAfter { get; init; }

    /// <summary>Days from completeness to the decision.</summary>
    public int DecidedAfter { get; init; }

    /// <summary>It is refused.</summary>
    public bool Refused { get; init; }

    /// <summary>With an obligation to leave.</summary>
    public bool Removal { get; init; }

    /// <summary>Days until the decision is notified.</summary>
    public int NotifiedAfter { get; init; }

    /// <summary>Days until the card is there.</summary>
    public int CardAfter { get; init; }

    /// <summary>Days until it is handed over; null for never.</summary>
    public int? HandedOverAfter { get; init; }

    /// <summary>Day after filing on which it is withdrawn; 0 for never.</summary>
    public int WithdrawnAfter { get; init; }

    /// <summary>Day after filing on which it is closed without a decision; 0 for never.</summary>
    public int ClosedAfter { get; init; }

    /// <summary>Day after filing on which it is offered to another prefecture; 0 for never.</summary>
    public int MovedAfter { get; init; }

    /// <summary>That prefecture.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Days until it accepts; null when it says nothing.</summary>
    public int? AcceptedAfter { get; init; }

    /// <summary>Day after filing on which an organisation writes about it; 0 for never.</summary>
    public int WrittenAboutAfter { get; init; }

    /// <summary>Percent of the days allowed in which the organisation is answered; null for never.</summary>
    public int? RepliedWithin { get; init; }
}
