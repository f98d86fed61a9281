namespace OrderToCash;

/// <summary>What follows by itself from what happened. Data: hosts store it and version it.</summary>
public sealed record AutomationPolicy
{
    /// <summary>
    /// Everything that can run by itself does; invoices of customers without a channel of their own go by mail.
    /// </summary>
    public static AutomationPolicy Standard { get; } = new()
    {
        By = Actor.System("automation"), ConfirmsOrders = true, BillsShipments = true, SendsInvoices = true,
        InvoiceChannel = Channel.Email,
    };

    /// <summary>Who gives the commands; the rights of this actor hold.</summary>
    public required Actor By { get; init; }

    /// <summary>True when an order without blocking findings is confirmed as soon as it is captured.</summary>
    public required bool ConfirmsOrders { get; init; }

    /// <summary>True when each shipment is billed.</summary>
    public required bool BillsShipments { get; init; }

    /// <summary>True when a posted invoice is sent.</summary>
    public required bool SendsInvoices { get; init; }

    /// <summary>
    /// True when a customer's credit pays his next invoice as soon as it is posted; a customer who keeps his credit opts out.
    /// </summary>
    public bool AppliesCredit { get; init; }

    /// <summary>How an invoice goes out where the buyer's own channel is not known.</summary>
    public required Channel InvoiceChannel { get; init; }
}
