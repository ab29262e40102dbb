using System.IO.Compression;
using System.Text;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.PartnerOrganisations.SendFiles;

/// <summary>An empty table with the headings, for those who start from nothing.</summary>
internal static class Templates
{
    /// <summary>The French headings, in the order in which a person fills them in.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["ligne", "type", "nom", "prenoms", "naissance", "numero_etranger", "numero_demande", "procedure", "fin_titre", "departement", "contact", "consigne", "texte", "pieces"];

    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/partenaires/modele.csv", () => Results.File(Csv(), "text/csv; charset=utf-8", "modele.csv")).MayUse(Role.Partner);
        routes.MapGet("/partenaires/modele.xlsx", () => Results.File(Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "modele.xlsx")).MayUse(Role.Partner);
    }

    public static byte[] Csv() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join(';', Headings) + "\r\n")];

    /// <summary>Its columns are texts: a number of ten digits or a date stays as it was typed.</summary>
    public static byte[] Xlsx()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Situations" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Write(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>""");
            Write(zip, "xl/worksheets/sheet1.xml", Sheet());
        }
        return file.ToArray();
    }

    private static string Sheet()
    {
        var cells = string.Concat(Headings.Select((heading, place) => $"""<c r="{(char)('A' + place)}1" s="1" t="inlineStr"><is><t>{heading}</t></is></c>"""));
        return $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="{Headings.Count}" width="18" style="0" customWidth="1"/></cols><sheetData><row r="1">{cells}</row></sheetData></worksheet>""";
    }

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
