namespace OrderToCash.Invoicing;

/// <summary>Texts of the books as texts of a document.</summary>
internal static class Texts
{
    /// <summary>The text; null when there is nothing in it.</summary>
    internal static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
