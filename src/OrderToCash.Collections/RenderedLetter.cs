namespace OrderToCash.Collections;

/// <summary>A letter in words.</summary>
public sealed record RenderedLetter
{
    /// <summary>The subject, in one line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text, line feeds between lines.</summary>
    public required string Text { get; init; }

    /// <summary>A self-contained HTML page; everything that came from outside is escaped.</summary>
    public required string Html { get; init; }
}
