namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a mail may weigh. Beyond, nothing of it is half read: the sender is told.</summary>
internal static class MailLimits
{
    /// <summary>What mail servers let through; told to organisations.</summary>
    public const long Bytes = 25_000_000;

    /// <summary>Told to organisations; a year of the largest of them fits.</summary>
    public const int Lines = 5_000;

    /// <summary>A mail forwarded in a mail, and so on: people do it two or three times.</summary>
    public const int Forwards = 5;

    /// <summary>Mail programs nest four or five parts; below this depth no stack can run out.</summary>
    public const int Depth = 30;

    /// <summary>A file for each of the people of a large mail, and some; each part costs memory, however small.</summary>
    public const int Parts = 1_000;

    /// <summary>All that a workbook unpacks to: 5,000 lines take about 5 MB.</summary>
    public const long Unpacked = 64_000_000;

    /// <summary>Workbooks of real people pack 5 to 40 times; a bomb packs a thousand times.</summary>
    public const int Ratio = 100;

    /// <summary>Below, a ratio says nothing: an empty sheet packs very well and harms nobody.</summary>
    public const long RatioFrom = 2_000_000;

    /// <summary>A workbook has a part for each sheet and a dozen more.</summary>
    public const int WorkbookParts = 1_000;

    /// <summary>Rows that are looked at, empty ones included: the last row of a sheet may be number 1,048,576.</summary>
    public const int Rows = 20_000;

    /// <summary>A sheet may have 16,384 columns; nobody fills in two hundred.</summary>
    public const int Columns = 200;

    /// <summary>Title and explanations may stand above the headings.</summary>
    public const int RowsAboveHeadings = 20;

    /// <summary>Characters of one field: two pages.</summary>
    public const int Field = 8_000;

    /// <summary>Characters of all fields: a shared text that a small workbook repeats in each cell would fill the memory.</summary>
    public const long Characters = 25_000_000;

    /// <summary>Lines are flat; the reader of JSON calls itself at each level.</summary>
    public const int JsonDepth = 16;

    /// <summary>Characters of a file's name; file systems take 255 bytes.</summary>
    public const int FileName = 120;

    /// <summary>Characters of what was written that a fault repeats.</summary>
    public const int Quoted = 80;

    /// <summary>Bytes below which a picture inside the text is a logo; screenshots and photographs are larger.</summary>
    public const int Decoration = 20_000;
}
