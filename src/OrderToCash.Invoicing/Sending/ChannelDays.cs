namespace OrderToCash.Invoicing;

/// <summary>After how many days a document sent by a channel counts as received.</summary>
public sealed record ChannelDays
{
    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Days after the day it was sent; zero is the same day.</summary>
    public required int Days { get; init; }
}
