namespace OrderToCash.Primitives;

/// <summary>Hides what is personal in logs and messages, and leaves enough to recognise it.</summary>
internal static class Mask
{
    /// <summary>Keeps the ends, stars the rest; a short text loses more of itself.</summary>
    internal static string Middle(string text, int head, int tail)
    {
        if (text.Length <= head + tail) (head, tail) = (Math.Min(head, text.Length / 4), 0);
        return string.Concat(text.AsSpan(0, head), new string('*', text.Length - head - tail), text.AsSpan(text.Length - tail));
    }

    /// <summary>A mail address keeps its first letter and its domain; anything else its last two signs.</summary>
    internal static string Endpoint(string endpoint)
    {
        var at = endpoint.LastIndexOf('@');
        return at > 0 ? $"{endpoint[0]}***{endpoint[at..]}" : Middle(endpoint, 0, Math.Min(2, endpoint.Length / 4));
    }
}
