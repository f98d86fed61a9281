namespace OrderToCash.Invoicing;

/// <summary>A way a document may go to its receiver.</summary>
public sealed record DeliveryRoute
{
    /// <summary>How.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where to: the mail address, the participant id of the network; empty for portal and letter.</summary>
    public string Endpoint { get; init => field = value ?? ""; } = "";
}
