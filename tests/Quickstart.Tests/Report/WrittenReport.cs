using System.Globalization;
using System.Xml.Linq;

namespace OrderToCash.Quickstart.Tests;

/// <summary>A written page, read back as a browser would see it.</summary>
internal sealed class WrittenReport
{
    private WrittenReport(string source) => (Source, Document) = (source, XDocument.Parse(source));

    /// <summary>The page as it was written.</summary>
    public string Source { get; }

    /// <summary>The page as elements.</summary>
    public XDocument Document { get; }

    /// <summary>What a reader sees or hears, blanks run together, without the style sheet.</summary>
    public string Words => string.Join(' ', Document.DescendantNodes().OfType<XText>().Where(t => t.Parent!.Name != "style")
        .SelectMany(t => t.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public static WrittenReport Of(CycleReport report) => new(ReportPage.Write(report));

    public IEnumerable<XElement> All(string element) => Document.Descendants(element);

    /// <summary>A section by its id, as words.</summary>
    public XElement Section(string id) => All("section").Single(s => (string?)s.Attribute("id") == id);

    /// <summary>The cells of the rows of a section's table, without the heads.</summary>
    public List<List<string>> Rows(string section) =>
        [
            .. Section(section).Descendants("tr").Where(r => r.Parent!.Name != "thead")
                .Select(r => r.Elements().Select(Plain).ToList()),
        ];

    /// <summary>Every shape lies within its picture, and has a width and a height that are not below zero.</summary>
    public void AssertShapesStayInside()
    {
        foreach (var picture in All("svg"))
        {
            var box = picture.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToList();
            foreach (var shape in picture.Descendants())
            {
                AssertInside(shape, "x", "width", box[2]);
                AssertInside(shape, "y", "height", box[3]);
            }
        }
    }

    private static void AssertInside(XElement shape, string axis, string length, decimal end)
    {
        var (start, extent) = (Place(shape, axis), Place(shape, length));
        Assert.True(extent >= 0, shape.ToString());
        foreach (var place in new[] { start, start + extent, Place(shape, axis + "1"), Place(shape, axis + "2") })
            Assert.InRange(place, 0m, end);
    }

    private static string Plain(XElement cell) =>
        string.Join(' ', cell.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static decimal Place(XElement shape, string name) => shape.Attribute(name) is { } place ? Number(place.Value) : 0m;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
