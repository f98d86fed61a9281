namespace OrderToCash.Invoicing;

/// <summary>How often and how fast a document is sent again, and when it counts as received.</summary>
public sealed record SendingPolicy
{
    /// <summary>How often a way is tried before the next one; one or more.</summary>
    public required int AttemptsPerRoute { get; init; }

    /// <summary>How often all ways together are tried; one or more.</summary>
    public required int MostAttempts { get; init; }

    /// <summary>
    /// Minutes before the second, third ... attempt on a way; the last holds for all after it. Empty is at once.
    /// </summary>
    public EquatableArray<int> RetryAfterMinutes { get; init; }

    /// <summary>
    /// After how many days something sent counts as received; a channel that is not named never does without proof.
    /// </summary>
    public EquatableArray<ChannelDays> ReceivedAfter { get; init; }

    /// <summary>
    /// True where the time to pay runs from the receipt, not from the document's date: reminders wait as many days longer as the
    /// document was on its way.
    /// </summary>
    public bool IsDueFromReceipt { get; init; }

    /// <summary>True where documents go out by ways these books do not see: what was never sent is reminded of as well.</summary>
    public bool DunsUnsent { get; init; }

    /// <summary>
    /// Three attempts a way after 5 and 60 minutes, eight in all; portal and network count as received the same day, a mail the
    /// next day, a letter after three days.
    /// </summary>
    public static SendingPolicy Default { get; } = new()
    {
        AttemptsPerRoute = 3,
        MostAttempts = 8,
        RetryAfterMinutes = [5, 60],
        ReceivedAfter =
        [
            new() { Channel = Channel.Portal, Days = 0 },
            new() { Channel = Channel.Electronic, Days = 0 },
            new() { Channel = Channel.Email, Days = 1 },
            new() { Channel = Channel.Letter, Days = 3 },
        ],
    };

    /// <summary>All that is wrong with it: <see cref="SendingErrors.PolicyInvalid"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (AttemptsPerRoute < 1) Invalid("attemptsPerRoute", AttemptsPerRoute);
        if (MostAttempts < 1) Invalid("mostAttempts", MostAttempts);
        for (var i = 0; i < RetryAfterMinutes.Count; i++)
            if (RetryAfterMinutes[i] < 0) Invalid($"retryAfterMinutes[{i}]", RetryAfterMinutes[i]);
        for (var i = 0; i < ReceivedAfter.Count; i++)
            if (ReceivedAfter[i].Days < 0 || ReceivedAfter.FindIndex(c => c.Channel == ReceivedAfter[i].Channel) < i)
                Invalid($"receivedAfter[{i}]", ReceivedAfter[i].Days);
        return [.. findings];

        void Invalid(string target, int value) =>
            findings.Add(SendingErrors.PolicyInvalid.At(target, ("field", target), ("value", value)));
    }

    internal int? DaysOf(Channel channel)
    {
        foreach (var days in ReceivedAfter)
            if (days.Channel == channel) return days.Days;
        return null;
    }

    internal Duration WaitBefore(int attempt) => attempt <= 1 || RetryAfterMinutes.IsEmpty
        ? Duration.Zero
        : Duration.FromMinutes(RetryAfterMinutes[Math.Min(attempt - 2, RetryAfterMinutes.Count - 1)]);
}
