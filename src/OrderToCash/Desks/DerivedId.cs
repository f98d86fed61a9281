namespace OrderToCash;

/// <summary>Ids that follow from other ids: readable as long as they fit, else a hash.</summary>
internal static class DerivedId
{
    private const int MaxLength = 128;

    /// <summary>The text, or <c>#</c> and its hash where it is longer than an id may be.</summary>
    public static string Of(string text) =>
        text.Length <= MaxLength ? text : "#" + ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes(text)).Value;
}
