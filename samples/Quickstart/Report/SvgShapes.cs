using System.Globalization;

namespace OrderToCash.Quickstart;

/// <summary>Shapes of the inline charts.</summary>
internal static class SvgShapes
{
    /// <summary>The longest bar in a cell of a table. The cell is a little wider; it and its bar stretch to the table.</summary>
    public const decimal LongestBar = 970m;

    private const decimal CellWidth = 1000m;

    // So that a small amount beside a large one can still be seen.
    private const decimal ThinnestBar = 2.5m;

    /// <summary>A chart: a picture with a title and a description for those who cannot see it.</summary>
    public static Markup.Scope Chart(
        this Markup page, string id, decimal width, decimal height, string title, string description)
    {
        var scope = page.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Place(width)} {Place(height)}"), ("role", "img"),
            ("aria-labelledby", $"{id}-title {id}-description"));
        page.Element("title", title, ("id", $"{id}-title")).Element("desc", description, ("id", $"{id}-description"));
        return scope;
    }

    /// <summary>A rectangle between two corners in any order, with words that show when the pointer rests on it.</summary>
    public static void Bar(this Markup page, string css, string words, (decimal X, decimal Y) one, (decimal X, decimal Y) other)
    {
        using (page.Open("rect", ("class", css), ("x", Place(Math.Min(one.X, other.X))), ("y", Place(Math.Min(one.Y, other.Y))),
            ("width", Place(Math.Abs(one.X - other.X))), ("height", Place(Math.Abs(one.Y - other.Y)))))
            page.Element("title", words);
    }

    /// <summary>A straight line.</summary>
    public static void Line(this Markup page, string css, (decimal X, decimal Y) from, (decimal X, decimal Y) to) =>
        page.Leaf("line", ("class", css),
            ("x1", Place(from.X)), ("y1", Place(from.Y)), ("x2", Place(to.X)), ("y2", Place(to.Y)));

    /// <summary>Words in a chart.</summary>
    public static void Label(this Markup page, string css, (decimal X, decimal Y) at, string words) =>
        page.Element("text", words, ("class", css), ("x", Place(at.X)), ("y", Place(at.Y)));

    /// <summary>A cell of a table with a bar from one value to another on the scale that the whole column shares.</summary>
    /// <param name="page">The page.</param>
    /// <param name="css">The look of the bar.</param>
    /// <param name="words">What the bar says.</param>
    /// <param name="scale">The scale of the column, up to <see cref="LongestBar"/>.</param>
    /// <param name="from">Where the bar starts.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="linksUp">True to draw a line to the end of the bar above.</param>
    /// <param name="linksDown">True to draw a line to the start of the bar below.</param>
    public static void BarCell(this Markup page, string css, string words, ChartScale scale, decimal from, decimal to,
        bool linksUp = false, bool linksDown = false)
    {
        var (start, end, zero) = (scale.At(from), scale.At(to), scale.At(0m));
        using var cell = page.Open("td", ("class", "bar"));
        using var picture = page.Open("svg", ("viewBox", $"0 0 {Place(CellWidth)} 100"), ("preserveAspectRatio", "none"),
            ("role", "img"));
        page.Element("title", words);
        page.Line("zero", (zero, 0m), (zero, 100m));
        if (linksUp) page.Line("link", (start, 0m), (start, 20m));
        if (linksDown) page.Line("link", (end, 80m), (end, 100m));
        if (from == to) return;
        var (left, right) = (Math.Min(start, end), Math.Max(start, end));
        if (right - left < ThinnestBar) right = left + ThinnestBar;
        page.Leaf("rect", ("class", css), ("x", Place(left)), ("y", "20"), ("width", Place(right - left)), ("height", "60"));
    }

    /// <summary>Words cut to about so much room.</summary>
    public static string Cut(string words, decimal room)
    {
        var characters = Math.Max(3, (int)(room / 7.6m));
        return words.Length <= characters ? words : string.Concat(words.AsSpan(0, characters - 1), "…");
    }

    private static string Place(decimal place) => decimal.Round(place, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
