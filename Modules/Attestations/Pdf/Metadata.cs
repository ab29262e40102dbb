using System.Globalization;
using System.Xml.Linq;

namespace Anef.Attestations.Pdf;

/// <summary>What a PDF/A says of itself (XMP): title with its language, date, part and level.</summary>
internal static class Metadata
{
    private static readonly XNamespace X = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Part = "http://www.aiim.org/pdfa/ns/id/";

    public static XDocument Of(string title, DateTimeOffset at) => new(
        new XElement(X + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", X),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""),
                    new XAttribute(XNamespace.Xmlns + "dc", Dc), new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
                    new XAttribute(XNamespace.Xmlns + "pdf", Pdf), new XAttribute(XNamespace.Xmlns + "pdfaid", Part),
                    new XElement(Dc + "format", "application/pdf"),
                    new XElement(Dc + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), title))),
                    new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", "fr"))),
                    new XElement(Xmp + "CreateDate", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
                    new XElement(Pdf + "Producer", "Anef"),
                    new XElement(Part + "part", 2),
                    new XElement(Part + "conformance", "A")))));
}
