namespace OrderToCash.Receivables;

/// <summary>
/// How a provider is spoken to: pure translation between our operations and what goes over the wire. Whoever carries the calls
/// (<c>HttpPaymentGateway</c> of the process) sends each deed once, under its key, and turns no answer into
/// <see cref="GatewayReply.None"/>.
/// </summary>
public interface IGatewayProtocol
{
    /// <summary>
    /// The call that does an operation. Refuses <c>gateway.amount-off-grid</c>: such an operation is declined without a call.
    /// </summary>
    Result<GatewayCall> Do(GatewayRequest request);

    /// <summary>The question what became of an operation; it changes nothing at the provider.</summary>
    GatewayCall Enquire(GatewayRequest request);

    /// <summary>What the reply to a deed says.</summary>
    GatewayAnswer Read(GatewayRequest request, GatewayReply reply);

    /// <summary>
    /// What the reply to a question says. That the provider does not know the operation is believed only when it had the time to
    /// arrive; before, nobody knows.
    /// </summary>
    /// <param name="request">The operation.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="now">When it came.</param>
    GatewayAnswer ReadEnquiry(GatewayRequest request, GatewayReply reply, Instant now);

    /// <summary>
    /// Reads a message whose signature was checked. Refuses <c>gateway.event-unreadable</c>.
    /// </summary>
    Result<GatewayEvent> ReadEvent(ReadOnlyMemory<byte> body);
}
