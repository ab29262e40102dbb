using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>Answers from the rules in force. Each family has its own class; here they only meet.</summary>
internal sealed class LegalProcedures(IRules rules) : IProcedures
{
    private volatile Catalogue? _latest;

    private RuleBook Book => rules.Current;

    /// <remarks>Pages ask for those of today, again and again: the same list answers until the day or the rules are others.</remarks>
    public IReadOnlyList<Procedure> All(DateOnly on)
    {
        var book = Book;
        if (_latest is { } latest && latest.Book == book && latest.On == on) return latest.All;
        IReadOnlyList<Procedure> all = [.. book.Catalogue.On(on).Procedures.Select(entry => Told(book, entry, on))];
        _latest = new(book, on, all);
        return all;
    }

    public Procedure? Find(string code, DateOnly on)
    {
        var book = Book;
        return book.Catalogue.On(on).Find(code) is { } entry ? Told(book, entry, on) : null;
    }

    public bool IsOnline(string procedure, string department, DateOnly on) => Book.Online.On(on).IsOnline(procedure, department, on);

    public string? RenewalOf(HeldPermit held, DateOnly on) => Renewals.Of(Book, held, on);

    public bool Renews(string procedure, HeldPermit held, DateOnly on) => Renewals.Renews(Book, procedure, held, on);

    public FilingJudgement Judge(FilingFacts facts) => FilingJudge.Of(Book, facts);

    public FilingWindow? RenewalWindow(HeldPermit held, string department, DateOnly on) => Renewals.Window(Book, held, department, on);

    public SilenceDate? SilenceOf(string procedure, string kind, DateOnly completeSince) => SilenceClock.Of(Book, procedure, kind, completeSince);

    public LegalDate AppealUntil(DateOnly refusedOn, bool withRemovalOrder) => SilenceClock.Appeal(Book, refusedOn, withRemovalOrder);

    public WorkRuling WorkOf(FilingFacts facts) => WorkRights.Of(Book, facts);

    public ProvisionalRule? ProvisionalOf(FilingFacts facts) => ProvisionalDocuments.Of(Book, facts);

    public ProvisionalRule CommissionReceiptOf(FilingFacts facts) => ProvisionalDocuments.OfCommission(Book, facts);

    public LegalCoverage? LegalCoverageOf(HeldPermit held, DateOnly filedOn, bool departmentListed) =>
        ExpiredCard.Of(Book, held, filedOn, departmentListed);

    public LegalDate? CardDueOn(FilingFacts facts) => CardClock.Of(Book, facts);

    public IReadOnlyList<RequiredDocument> DocumentsOf(string procedure, string kind, DateOnly on) => DocumentList.Of(Book, procedure, on);

    public FeeRuling FeeOf(string procedure, string kind, DateOnly taxableOn) => Fees.Of(Book, procedure, kind, taxableOn);

    public int? MonthsOf(string procedure, DateOnly on) => Book.Catalogue.On(on).Find(procedure) is { Months: > 0 } entry ? entry.Months : null;

    private static Procedure Told(RuleBook book, CatalogueEntry entry, DateOnly on)
    {
        var since = book.Online.On(on).Since(entry.Code);
        return new(entry.Code, entry.Name, entry.Articles, entry.Kinds, entry.Title, entry.Window, entry.Provisional, entry.Silence,
            since <= on, since, entry.Fee);
    }
    private sealed record Catalogue(RuleBook Book, DateOnly On, IReadOnlyList<Procedure> All);
}
