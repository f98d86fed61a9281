using System.Net;
using System.Text;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// A payment gateway over HTTP: carries the calls of a protocol. Each deed is sent once under its key and never again; when
/// nothing
/// comes back in time, or the connection breaks, the answer is <see cref="GatewayOutcome.Unknown"/>, and
/// <see cref="StatusAsync"/> asks what became of it. Nothing throws but the caller's own cancellation.
/// </summary>
/// <param name="client">The host's client: its base address ends in a slash, its headers say who we are.</param>
/// <param name="protocol">What is said.</param>
/// <param name="clock">Tells whether an operation the provider does not know may still be on its way.</param>
public sealed class HttpPaymentGateway(HttpClient client, IGatewayProtocol protocol, IClock clock) : IPaymentGateway
{
    /// <summary>Replies beyond this many bytes are no answers.</summary>
    private const int MaxReply = 4 * 1024 * 1024;

    /// <summary>
    /// How long a call may take. Shorter than the client's own limit, and far shorter than operations take to settle.
    /// </summary>
    public Duration Patience { get; init; } = Duration.FromSeconds(30);

    /// <inheritdoc/>
    public ValueTask<GatewayAnswer> AuthorizeAsync(GatewayRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GatewayAnswer> CaptureAsync(GatewayRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GatewayAnswer> VoidAsync(GatewayRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<GatewayAnswer> RefundAsync(GatewayRequest request, CancellationToken cancellationToken = default) =>
        DoAsync(request, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<GatewayAnswer> StatusAsync(GatewayRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reply = await SendAsync(protocol.Enquire(request), cancellationToken).ConfigureAwait(false);
        return protocol.ReadEnquiry(request, reply, clock.GetCurrentInstant());
    }

    private async ValueTask<GatewayAnswer> DoAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!protocol.Do(request).TryGet(out var call, out var errors))
            return new() { Key = request.Key, Outcome = GatewayOutcome.Declined, DeclineCode = errors[0].Code };
        return protocol.Read(request, await SendAsync(call, cancellationToken).ConfigureAwait(false));
    }

    private async Task<GatewayReply> SendAsync(GatewayCall call, CancellationToken cancellationToken)
    {
        using var message = Message(call);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience.ToTimeSpan());
        try
        {
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token)
                .ConfigureAwait(false);
            if (response.Content.Headers.ContentLength > MaxReply) return GatewayReply.None;
            await response.Content.LoadIntoBufferAsync(MaxReply, patience.Token).ConfigureAwait(false);
            return new()
            {
                Status = (int)response.StatusCode,
                Body = await response.Content.ReadAsStringAsync(patience.Token).ConfigureAwait(false),
            };
        }
        catch (HttpRequestException)
        {
            return GatewayReply.None;
        }
        catch (IOException)
        {
            return GatewayReply.None;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return GatewayReply.None;
        }
    }

    private static HttpRequestMessage Message(GatewayCall call)
    {
        var form = call.Form();
        if (call.IsQuestion)
            return new(HttpMethod.Get, new Uri(form.Length > 0 ? $"{call.Path}?{form}" : call.Path, UriKind.Relative));
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(call.Path, UriKind.Relative))
        {
            Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"),
            Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        };
        message.Headers.TryAddWithoutValidation("Idempotency-Key", call.IdempotencyKey);
        return message;
    }
}
