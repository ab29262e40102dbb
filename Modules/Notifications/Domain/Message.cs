namespace Anef.Notifications.Domain;

/// <summary>Words for one person, once. What was said never changes; only where it stands does.</summary>
internal sealed class Message
{
    /// <summary>Attempts after which a message waits for an operator.</summary>
    public const int MaxAttempts = 12;

    /// <summary>Why a message is not sent again by itself: it may have left.</summary>
    public const string Interrupted = "envoi interrompu : vérifier avant de renvoyer";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Guid? ApplicationId { get; init; }

    public string Template { get; init; } = "";

    public DateOnly? Deadline { get; init; }

    /// <summary>One row per intent and recipient, however often a fact is told.</summary>
    public string IntentKey { get; init; } = "";

    /// <summary>The file of words, and what they named, as written by <see cref="IntentFacts"/>: to say it again another way.</summary>
    public string Words { get; init; } = "";

    public string? Facts { get; init; }

    /// <summary>Number of the attestation that a letter encloses.</summary>
    public string? Enclosure { get; init; }

    /// <summary>Of a mail to an organisation, as written by <see cref="Domain.Envelope"/>; null for what is told to a person.</summary>
    public string? Envelope { get; init; }

    /// <summary>Number of the request, as its owner knows it.</summary>
    public string? Number { get; init; }

    /// <summary>Department in whose name it is sent.</summary>
    public string Prefecture { get; init; } = "";

    public string Recipient { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public Channel Channel { get; private set; }

    public string Language { get; private set; } = "";

    /// <summary>E-mail address, telephone number, or the lines of a postal address; null for what is read in the account.</summary>
    public string? Address { get; private set; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Null where nothing shows it.</summary>
    public string? Html { get; private set; }

    /// <summary>Its words say no more than that there is something to read.</summary>
    public bool Neutral { get; private set; }

    public MessageState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before, while it waits; end of the lease, while it is being sent.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The gateway says that the telephone has it.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The person opened it in the account.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Same row, same header: a server that sees it twice can tell.</summary>
    public string MessageId(string sender) => $"{Id:N}@{sender[(sender.LastIndexOf('@') + 1)..]}";

    /// <summary>A message written now and due at once.</summary>
    public static Message Write(Intent intent, string? number, string prefecture, string recipient, Wording words, DateTimeOffset now)
    {
        var message = new Message
        {
            PersonId = intent.PersonId,
            ApplicationId = intent.ApplicationId,
            Template = intent.Template,
            Words = intent.Words,
            Facts = IntentFacts.Write(intent.Values),
            Deadline = intent.Deadline,
            Number = number,
            IntentKey = intent.Key,
            Enclosure = intent.Enclosure,
            Prefecture = prefecture,
            Recipient = recipient,
            CreatedAt = now,
            DueAt = now,
        };
        message.Say(words);
        return message;
    }

    /// <summary>A mail to an organisation: before the thousands who may have to be told of what it acknowledges.</summary>
    public static Message ToOrganisation(Guid id, Envelope envelope, string recipient, Wording words, DateTimeOffset now)
    {
        var message = new Message { Id = id, Template = "organisation", IntentKey = $"{id:N}", Envelope = envelope.Write(), Recipient = recipient, CreatedAt = now, DueAt = now.AddHours(-1) };
        message.Say(words);
        return message;
    }

    /// <summary>The way that was chosen is no longer one, and it has not left: other words, another way.</summary>
    public void Divert(Wording words) => Say(words);

    /// <summary>It did not arrive: it takes the next way.</summary>
    public void Reroute(Wording words, string why, DateTimeOffset now)
    {
        Say(words);
        (State, DueAt, SentAt, DeliveredAt, LastError) = (MessageState.Waiting, now, null, null, Short(why));
    }

    /// <summary>What it says, to be said another way.</summary>
    public Intent Intent() => new(Template, PersonId, ApplicationId, "") { Words = Words, Deadline = Deadline, Enclosure = Enclosure, Values = IntentFacts.Read(Facts) };

    public void Delivered(DateTimeOffset now) => DeliveredAt ??= now;

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    /// <summary>The person is reached elsewhere than when the words were written.</summary>
    public void Redirect(string recipient, string address) => (Recipient, Address) = (recipient, address);

    /// <summary>A sender has it until its lease passes.</summary>
    public void Claim(DateTimeOffset lease) => (State, Attempts, DueAt) = (MessageState.Sending, Attempts + 1, lease);

    public void Sent(DateTimeOffset now) => (State, SentAt, LastError) = (MessageState.Sent, now, null);

    /// <summary>It certainly did not leave: later, or never without an operator once it was tried often enough.</summary>
    public void Failed(string why, DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts) Stick(why);
        else (State, DueAt, LastError) = (MessageState.Waiting, now + BackOff(Attempts), Short(why));
    }

    /// <summary>Nothing was tried: the way out is closed for a while, which is no fault of the message.</summary>
    public void Postpone(string why, DateTimeOffset until) =>
        (State, Attempts, DueAt, LastError) = (MessageState.Waiting, Math.Max(0, Attempts - 1), until, Short(why));

    /// <summary>Waits for an operator.</summary>
    public void Stick(string why) => (State, LastError) = (MessageState.Stuck, Short(why));

    /// <summary>Will not be sent, ever.</summary>
    public void Cancel(string why) => (State, LastError) = (MessageState.Cancelled, Short(why));

    /// <summary>An operator has looked, and wants it sent.</summary>
    public void Resend(DateTimeOffset now) => (State, Attempts, DueAt) = (MessageState.Waiting, 0, now);

    /// <summary>One minute, doubled at each attempt, at most an hour.</summary>
    private static TimeSpan BackOff(int attempts) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Max(0, attempts - 1))));

    private static string Short(string why) => why.Length > 300 ? why[..300] : why;

    private void Say(Wording words) => (Channel, Language, Address, Subject, Text, Html, Neutral) =
        (words.Channel, words.Language, words.Address, words.Subject, words.Text, words.Html, words.Neutral);
}

/// <summary>What is said to the person, and which way.</summary>
internal sealed record Wording(Channel Channel, string Language, string? Address, string Subject, string Text, string? Html, bool Neutral = false);
