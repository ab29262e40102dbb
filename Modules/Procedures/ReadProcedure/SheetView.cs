using Anef.Procedures.Domain;

namespace Anef.Procedures.ReadProcedure;

/// <summary>A sheet as the page and the block show it.</summary>
internal sealed record SheetView(Sheet Sheet, SheetWords Words)
{
    /// <summary>What the prefecture adds.</summary>
    public IEnumerable<string> Local(Func<NoticeWords, string> part) =>
        Sheet.Place?.Notices.Select(n => part(n.Words)).Where(w => !string.IsNullOrWhiteSpace(w)) ?? [];
}
