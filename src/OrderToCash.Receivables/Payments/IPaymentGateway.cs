namespace OrderToCash.Receivables;

/// <summary>
/// A payment service provider. A call that times out or breaks answers <see cref="GatewayOutcome.Unknown"/>, it does not throw:
/// the desk asks <see cref="StatusAsync"/> before anything else. The same key does the same thing once, with the same answer.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>Reserves an amount.</summary>
    ValueTask<GatewayAnswer> AuthorizeAsync(GatewayRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes an amount that is reserved.</summary>
    ValueTask<GatewayAnswer> CaptureAsync(GatewayRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives a reservation up.</summary>
    ValueTask<GatewayAnswer> VoidAsync(GatewayRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives back an amount that was taken.</summary>
    ValueTask<GatewayAnswer> RefundAsync(GatewayRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// What became of an operation: approved, declined, pending, <see cref="GatewayOutcome.NotFound"/> when it was never
    /// received, or unknown when the provider can't be asked either.
    /// </summary>
    ValueTask<GatewayAnswer> StatusAsync(GatewayRequest request, CancellationToken cancellationToken = default);
}
